// usage: BAILEYS_HOME=target/baileys node generate.mjs <new folder> <expected.json>
// Makes a small real auth folder with throw-away keys, and what Baileys was given for it before it named any file.
// ejb/src/test/resources/baileys was made so. Whatever is at <new folder> is deleted first.
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { rm, writeFile, readdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { randomBytes } from 'node:crypto'

const base = process.env.BAILEYS_HOME || process.cwd()
const main = createRequire(join(resolve(base), 'x.js')).resolve('baileys')
const B = { ...await import(pathToFileURL(main).href),
	...await import(pathToFileURL(join(main, '../Signal/libsignal.js')).href) } // not re-exported by the index
const { useMultiFileAuthState, initAuthCreds, BufferJSON, Curve, proto, addTransactionCapability,
	makeLibSignalRepository, generateSignalPubKey } = B

const out = resolve(process.argv[2] || 'auth-small')
const expectedPath = resolve(process.argv[3] || 'expected.json')
const nop = () => {}
const logger = { level: 'silent', trace: nop, debug: nop, info: nop, warn: nop, error: console.error, child: () => logger }
console.info = nop // libsignal chatter
const TX = { maxCommitRetries: 1, delayBetweenTriesMs: 10 }

await rm(out, { recursive: true, force: true })
const { state, saveCreds } = await useMultiFileAuthState(out)

// ground truth: records every set() under its ORIGINAL key, before any file naming
const truth = {}
const toJson = v => JSON.parse(JSON.stringify(v, BufferJSON.replacer))
const recorder = {
	get: (t, ids) => state.keys.get(t, ids),
	set: async data => {
		for (const t in data) for (const id in data[t]) {
			const v = data[t][id]
			truth[t] ||= {}
			if (v) truth[t][id] = toJson(v)
			else delete truth[t][id]
		}
		await state.keys.set(data)
	}
}

// ---- creds
const creds = state.creds
Object.assign(creds, initAuthCreds(), {
	me: { id: '15550001111:7@s.whatsapp.net', lid: '900100200300400:7@lid', name: 'Restante Test ✉' },
	account: proto.ADVSignedDeviceIdentity.fromObject({
		details: randomBytes(20), accountSignatureKey: Curve.generateKeyPair().public,
		accountSignature: randomBytes(64), deviceSignature: randomBytes(64)
	}),
	signalIdentities: [{ identifier: { name: '900100200300400:7@lid', deviceId: 0 },
		identifierKey: generateSignalPubKey(Curve.generateKeyPair().public) }],
	platform: 'android',
	routingInfo: Buffer.from([8, 2, 8, 5]),
	lastPropHash: '2xU9Yz',
	lastAccountSyncTimestamp: 1760000000,
	accountSyncCounter: 1,
	accountSettings: { unarchiveChats: false, defaultDisappearingMode: { ephemeralExpiration: 0, ephemeralSettingTimestamp: null } },
	processedHistoryMessages: [{ key: { remoteJid: '15550001111@s.whatsapp.net', fromMe: true, id: '3EB0AAAAAAAAAAAAAAAA' }, messageTimestamp: 1760000000 }]
})

// ---- pre-keys: 8 made, 3 consumed by the sessions below -> 5 remain
const preKeys = {}
for (let i = 1; i <= 8; i++) preKeys[i] = Curve.generateKeyPair()
creds.nextPreKeyId = 9
creds.firstUnuploadedPreKeyId = 9
const me = { creds, keys: addTransactionCapability(recorder, logger, TX) }
const meRepo = makeLibSignalRepository(me, logger)
await me.keys.set({ 'pre-key': preKeys })

// ---- in-memory peers
const peer = () => {
	const mem = {}
	const keys = addTransactionCapability({
		get: async (t, ids) => Object.fromEntries(ids.map(i => [i, mem[t]?.[i]])),
		set: async d => { for (const t in d) for (const i in d[t]) (mem[t] ||= {})[i] = d[t][i] }
	}, logger, TX)
	const a = { creds: initAuthCreds(), keys }
	return { a, repo: makeLibSignalRepository(a, logger) }
}
const talk = async (peerJid, preKeyId) => {
	const p = peer()
	await p.repo.injectE2ESession({ jid: creds.me.id, session: {
		registrationId: creds.registrationId,
		identityKey: generateSignalPubKey(creds.signedIdentityKey.public),
		signedPreKey: { keyId: creds.signedPreKey.keyId, publicKey: generateSignalPubKey(creds.signedPreKey.keyPair.public), signature: creds.signedPreKey.signature },
		preKey: { keyId: preKeyId, publicKey: generateSignalPubKey(preKeys[preKeyId].public) }
	} })
	const enc = s => p.repo.encryptMessage({ jid: creds.me.id, data: Buffer.from(s) })
	const m1 = await enc('one'), m2 = await enc('two (lost, leaves a messageKey)'), m3 = await enc('three')
	for (const m of [m1, m3]) await meRepo.decryptMessage({ jid: peerJid, type: m.type, ciphertext: m.ciphertext })
	const r = await meRepo.encryptMessage({ jid: peerJid, data: Buffer.from('reply') })
	await p.repo.decryptMessage({ jid: creds.me.id, type: r.type, ciphertext: r.ciphertext })
	return p
}
const p1 = await talk('15550002222@s.whatsapp.net', 1)    // session 15550002222.0
const p2 = await talk('900100200300400:12@lid', 2)         // session 900100200300400_1.12 (own other device)
const p3 = await talk('15550003333:99@hosted', 3)          // session 15550003333_128.99
// the requested spelling 900100200300400_1.7: same content, copied as migrateSession() would
const c = await me.keys.get('session', ['900100200300400_1.12'])
await me.keys.set({ session: { '900100200300400_1.7': c['900100200300400_1.12'], '900100200300400_1.12': null } })

// ---- sender keys
const NEW = '120363000000000001@g.us', OLD = '15550001111-1400000000@g.us'
await meRepo.encryptGroupMessage({ group: NEW, meId: creds.me.lid, data: Buffer.from('hi') })          // <NEW>::900100200300400_1::7
await meRepo.encryptGroupMessage({ group: 'status@broadcast', meId: creds.me.id, data: Buffer.from('hi') })
const recv = async (p, group, authorJid) => {
	const { senderKeyDistributionMessage: skdm, ciphertext } = await p.repo.encryptGroupMessage({ group, meId: authorJid, data: Buffer.from('g1') })
	const second = await p.repo.encryptGroupMessage({ group, meId: authorJid, data: Buffer.from('g2') })
	await meRepo.processSenderKeyDistributionMessage({ authorJid, item: { groupId: group, axolotlSenderKeyDistributionMessage: skdm } })
	await meRepo.decryptGroupMessage({ group, authorJid, msg: second.ciphertext }) // g1 left as skipped key
}
await recv(p1, OLD, '15550002222@s.whatsapp.net')           // <OLD>::15550002222::0
await recv(p3, NEW, '15550003333:99@hosted')                // <NEW>::15550003333_128::99

// ---- the rest
const keyId = hex => Buffer.from(hex, 'hex').toString('base64')
const appKey = n => proto.Message.AppStateSyncKeyData.fromObject({ keyData: randomBytes(32),
	fingerprint: { rawId: 1234567890 + n, currentIndex: n, deviceIndexes: [0, 7] }, timestamp: 1760000000000 + n })
const asIds = [keyId('00000000af2b'), keyId('00000000ffbf'), keyId('00fbefbeff'), keyId('ffffffff')]
//             AAAAAK8r (plain)       AAAAAP+/ (+ and /)     APvvvv8= (=)         /////w== (run of /)
asIds.push(keyId('000000fbffbe')) // AAAA+/++ 
await me.keys.set({
	'app-state-sync-key': Object.fromEntries(asIds.map((id, n) => [id, appKey(n)])),
	'app-state-sync-version': {
		critical_unblock_low: { version: 3, hash: randomBytes(128), indexValueMap: {
			[randomBytes(32).toString('base64')]: { valueMac: randomBytes(32) },
			[randomBytes(32).toString('base64')]: { valueMac: new Uint8Array(randomBytes(32)) } } },
		regular: { version: 0, hash: Buffer.alloc(128), indexValueMap: {} }
	},
	'sender-key-memory': {
		[NEW]: { '15550002222@s.whatsapp.net': true, '900100200300400:12@lid': true },
		[OLD]: { '15550002222:3@s.whatsapp.net': true, '900500600700800@lid': true },
		'status@broadcast': {}
	},
	'device-list': { '15550001111': ['7'], '900500600700800': ['0', '3', '99'] },
	tctoken: {
		'900500600700800@lid': { token: randomBytes(11), timestamp: '1760000000', senderTimestamp: 1760000001 },
		'15550002222@s.whatsapp.net': { token: Buffer.alloc(0), senderTimestamp: 1760000002 },
		'900500600700800:3@lid': { token: randomBytes(11), timestamp: '1760000003' }, // ':' in the key
		__index: { token: Buffer.from(JSON.stringify(['900500600700800@lid', '15550002222@s.whatsapp.net', '900500600700800:3@lid'])) }
	}
})
creds.myAppStateKeyId = asIds[1]
await meRepo.lidMapping.storeLIDPNMappings([
	{ pn: creds.me.id, lid: creds.me.lid },
	{ pn: '15550004444@s.whatsapp.net', lid: '900500600700800@lid' }
])
await saveCreds()

for (const t in truth) if (!Object.keys(truth[t]).length) delete truth[t]
const n = Object.values(truth).reduce((a, m) => a + Object.keys(m).length, 0)
await writeFile(expectedPath, JSON.stringify({ creds: toJson(creds), keys: truth }, null, 1))
const files = await readdir(out)
if (files.length !== n + 1) throw new Error(`file count ${files.length} != ${n}+1`)
console.log(`generated ${files.length} files: creds + ${n} entries of ${Object.keys(truth).length} types`)
process.exit(0)
