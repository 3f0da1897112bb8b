// usage: node check-load.mjs <folder> <expected.json>     exit code 0: loaded, 1: differs, 2: usage or setup
// BAILEYS_HOME: a directory that holds node_modules/baileys; else the current one, else that of this script.
// ALLOW_EXTRA=1: files that expected.json does not name are fine.
// expected.json: {"creds":{...},"keys":{type:{originalKey:value}}}, bytes as Baileys writes them.
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { isDeepStrictEqual } from 'node:util'

const [folder, expectedPath] = process.argv.slice(2)
const die = (code, msg) => { console.error(msg); process.exit(code) }
if (!folder || !expectedPath) die(2, 'usage: node check-load.mjs <folder> <expected.json>')
if (!existsSync(folder) || !statSync(folder).isDirectory()) die(1, `FAIL: no such folder: ${folder}`)
// (must be checked first: useMultiFileAuthState creates a missing folder, and a missing or
//  malformed creds.json silently becomes a NEW identity)

const locate = () => {
	const roots = process.env.BAILEYS_HOME ? [process.env.BAILEYS_HOME] : [process.cwd(), dirname(fileURLToPath(import.meta.url))]
	for (const r of roots) {
		const own = join(resolve(r), 'package.json')
		try { const p = JSON.parse(readFileSync(own, 'utf8')); if (p.name === 'baileys') return join(resolve(r), p.main) } catch {}
		try { return createRequire(join(resolve(r), 'x.js')).resolve('baileys') } catch {}
	}
	die(2, `cannot find the package 'baileys' from ${roots.join(', ')} (set BAILEYS_HOME)`)
}
const { useMultiFileAuthState, BufferJSON, proto } = await import(pathToFileURL(locate()).href)

const problems = []
const plain = v => v === undefined ? undefined : JSON.parse(JSON.stringify(v, BufferJSON.replacer))
// what Baileys itself makes of an expected value (levels out the spellings that Baileys levels out)
const viaBaileys = (type, v) => {
	let x = JSON.parse(JSON.stringify(v), BufferJSON.reviver)
	if (type === 'app-state-sync-key' && x) x = proto.Message.AppStateSyncKeyData.fromObject(x)
	return plain(x)
}
let expected
try { expected = JSON.parse(readFileSync(expectedPath, 'utf8')) } catch (e) { die(2, `cannot read ${expectedPath}: ${e.message}`) }
try { JSON.parse(readFileSync(join(folder, 'creds.json'), 'utf8')) } catch (e) { problems.push(`creds.json unreadable: ${e.message}`) }

const { state } = await useMultiFileAuthState(folder)
const want = viaBaileys('creds', expected.creds), have = plain(state.creds)
for (const k of new Set([...Object.keys(want), ...Object.keys(have)]))
	if (!isDeepStrictEqual(want[k], have[k])) problems.push(`creds.${k} differs`)

let n = 0
const fix = f => f.replace(/\//g, '__').replace(/:/g, '-')
const names = new Set(['creds.json'])
for (const [type, map] of Object.entries(expected.keys)) {
	const ids = Object.keys(map)
	const got = await state.keys.get(type, ids)
	for (const id of ids) {
		const f = fix(`${type}-${id}.json`)
		if (names.has(f)) problems.push(`two keys share the file name ${f}`)
		names.add(f)
		if (got[id] == null) problems.push(`${type} '${id}': not loaded (expected file ${f})`)
		else if (!isDeepStrictEqual(plain(got[id]), viaBaileys(type, map[id]))) problems.push(`${type} '${id}': value differs`)
		else n++
	}
}
if (!process.env.ALLOW_EXTRA) for (const f of readdirSync(folder)) if (!names.has(f)) problems.push(`unexpected file ${f}`)
const m = Object.keys(expected.keys).length
if (problems.length) {
	for (const p of problems.slice(0, 20)) console.error('FAIL: ' + p)
	if (problems.length > 20) console.error(`... and ${problems.length - 20} more`)
	die(1, `FAIL: ${problems.length} problems; baileys loads only ${n} entries`)
}
console.log(`baileys loads ${n} entries of ${m} types`)
process.exit(0)
