// Times in the reader's zone, and polling that rests while nobody looks.
(function () {
  'use strict';
  const format = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' });

  function localise() {
    document.querySelectorAll('time[data-time]:not([title])').forEach((element) => {
      const time = new Date(element.dataset.time);
      if (element.dataset.time && !Number.isNaN(time.getTime())) {
        element.title = element.dataset.time;
        element.textContent = format.format(time);
      }
    });
  }

  function poll() {
    const live = window.PrimeFaces && PrimeFaces.widgets.live;
    if (live) {
      document.hidden ? live.stop() : live.start();
    }
  }

  function lost(isLost) {
    document.getElementById('lost').hidden = !isLost;
  }

  document.addEventListener('DOMContentLoaded', () => {
    localise();
    new MutationObserver(localise).observe(document.getElementById('main'), { childList: true, subtree: true });
    document.addEventListener('visibilitychange', poll);
    $(document).ajaxError(() => lost(true)).ajaxSuccess(() => lost(false));
    document.querySelectorAll('nav a.here').forEach((link) => link.setAttribute('aria-current', 'page'));
  });
})();
