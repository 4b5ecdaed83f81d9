/** The style and the script of the report in HTML. They are what the page's Content-Security-Policy lets through. */
export const STYLE = `
:root{color-scheme:light dark;--paper:#fff;--ground:#f4f3f0;--ink:#1d1d1b;--soft:#5c5a55;--line:#dcd9d2;--error:#b3261e;--warning:#8a5a00;--info:#0b57a4;
--error-mark:#fbd9d5;--warning-mark:#ffe9b8;--info-mark:#d6e8fb;--focus:#0b57a4}
@media (prefers-color-scheme:dark){:root{--paper:#1e1e1d;--ground:#141413;--ink:#ebe9e4;--soft:#b0ada6;--line:#3b3a37;--error:#ff9c92;--warning:#f2c14e;--info:#8ec5ff;
--error-mark:#5a211c;--warning-mark:#4d3a0c;--info-mark:#173a5c;--focus:#8ec5ff}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:1rem/1.6 system-ui,sans-serif}
header,main,footer{max-width:80rem;margin:0 auto;padding:1.25rem}
h1{font-size:1.6rem;line-height:1.2;margin:0 0 .25rem}
.sum{color:var(--soft);margin:0}
.filters{display:flex;flex-wrap:wrap;gap:.5rem;margin-top:1rem}
.filters button{font:inherit;font-size:.9rem;padding:.3rem .8rem;border:1px solid var(--line);border-radius:2rem;background:var(--paper);color:var(--soft);cursor:pointer}
.filters button[aria-pressed=true]{border-color:var(--ink);color:var(--ink)}
.filters button[aria-pressed=false]{text-decoration:line-through}
article{background:var(--paper);border:1px solid var(--line);border-radius:.75rem;margin-bottom:1.5rem}
article>h2{font-size:1.15rem;margin:0;padding:1rem 1.25rem;border-bottom:1px solid var(--line);overflow-wrap:anywhere}
.figures{display:flex;flex-wrap:wrap;gap:.75rem 2rem;padding:1rem 1.25rem;margin:0;border-bottom:1px solid var(--line)}
.figures div{min-width:9rem}
.figures dt{font-size:.85rem;color:var(--soft)}
.figures dd{margin:0;font-weight:600}
.figures svg{display:block;width:9rem;height:.6rem;margin-top:.2rem}
.track{fill:var(--line)}.bar{fill:var(--info)}.bar.over{fill:var(--warning)}.goal{stroke:var(--ink);stroke-width:2}
.both{display:grid;grid-template-columns:minmax(0,1fr) 22rem}
.text{padding:1.25rem;max-width:46rem;overflow-wrap:anywhere}
.text h3,.text h4,.text h5{line-height:1.3;margin:1.4em 0 .4em}.text>:first-child{margin-top:0}.text h3{font-size:1.25rem}.text h4{font-size:1.1rem}.text h5{font-size:1rem}
.text p{margin:0 0 .8em;white-space:pre-line}
.text .item{padding-left:1.2rem;text-indent:-.9rem;margin-bottom:.3em}
.text .item::before{content:"• "}
.text .cell{display:inline-block;border:1px solid var(--line);padding:.1rem .5rem;margin:0 .2rem .3rem 0}
.text .quote{border-left:3px solid var(--line);padding-left:.8rem;color:var(--soft)}
mark{color:inherit;background:none;border-bottom:2px solid;border-radius:2px 2px 0 0;cursor:pointer;padding:.05em 0}
mark.error{background:var(--error-mark);border-color:var(--error)}
mark.warning{background:var(--warning-mark);border-color:var(--warning)}
mark.info{background:var(--info-mark);border-color:var(--info)}
mark.wide{background:none;border-bottom-style:dotted}
mark.off{background:none;border-color:transparent;cursor:auto}
mark.now{outline:2px solid var(--focus);outline-offset:1px}
.list{border-left:1px solid var(--line);padding:.75rem;margin:0;list-style:none;max-height:85vh;overflow:auto;position:sticky;top:0}
.card{border:1px solid transparent;border-radius:.5rem;padding:.6rem .7rem;margin:0 0 .25rem;font-size:.92rem;line-height:1.45;cursor:pointer}
.card.off{display:none}
.card.now{border-color:var(--focus);background:var(--ground)}
.card p{margin:0}
.card .say{overflow-wrap:anywhere}
.card .level{font-weight:600}
.error>.level{color:var(--error)}.warning>.level{color:var(--warning)}.info>.level{color:var(--info)}
.card .more{color:var(--soft);font-size:.85rem}
.none{padding:1.25rem;margin:0;color:var(--soft)}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px}
.tip{display:none}
footer{color:var(--soft);font-size:.85rem}
@media (max-width:56rem){
.both{display:block}
.list{position:static;max-height:none;border-left:0;border-top:1px solid var(--line)}
.tip.open{display:block;position:fixed;left:.5rem;right:.5rem;bottom:.5rem;background:var(--paper);border:2px solid var(--focus);border-radius:.75rem;padding:.8rem 1rem;box-shadow:0 .3rem 1.5rem rgb(0 0 0/.35);max-height:45vh;overflow:auto}
.tip p{margin:0}
}
@media print{
:root{--paper:#fff;--ground:#fff;--ink:#000;--soft:#444;--line:#bbb}
.filters,.tip{display:none!important}
.both{display:block}article{border:0}.list{position:static;max-height:none;border:0;border-top:1px solid #bbb}
.card,p{break-inside:avoid}mark{background:none!important;print-color-adjust:exact}
}
`;

export const SCRIPT = `
(() => {
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const marks = all('mark[data-f]');
  const tip = document.querySelector('.tip');
  let now = null;
  const of = (mark) => mark.dataset.f.split(' ').filter((id) => !document.getElementById('f' + id).classList.contains('off'));
  const choose = (id, from) => {
    for (const one of all('.now')) one.classList.remove('now');
    now = id;
    if (id === null) { tip.classList.remove('open'); return; }
    const card = document.getElementById('f' + id);
    card.classList.add('now');
    const own = marks.filter((mark) => mark.dataset.f.split(' ').includes(id));
    for (const mark of own) mark.classList.add('now');
    tip.replaceChildren(...[...card.children].map((child) => child.cloneNode(true)));
    tip.classList.add('open');
    const list = card.closest('.list');
    if (from !== 'list' && getComputedStyle(list).position === 'sticky') list.scrollTop = card.offsetTop - list.offsetTop - 40;
    if (from !== 'text' && own[0]) own[0].scrollIntoView({ block: 'center' });
  };
  for (const mark of marks) {
    const narrowest = () => of(mark).at(-1);
    mark.addEventListener('click', (event) => { event.stopPropagation(); const id = narrowest(); if (id) choose(id, 'text'); });
    mark.addEventListener('mouseenter', () => { const id = narrowest(); if (id && matchMedia('(hover:hover) and (min-width:56.01rem)').matches) choose(id, 'text'); });
    mark.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      const id = narrowest();
      if (id) choose(id, 'text');
    });
  }
  for (const card of all('.card')) {
    const go = () => choose(card.id.slice(1), 'list');
    card.addEventListener('click', go);
    card.addEventListener('keydown', (event) => { if (event.key === 'Enter' || event.key === ' ') { event.preventDefault(); go(); } });
  }
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') choose(null);
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = event.key === 'n' ? 1 : event.key === 'p' ? -1 : 0;
    if (step === 0) return;
    const shown = all('.card:not(.off)').map((card) => card.id.slice(1));
    if (shown.length === 0) return;
    const at = shown.indexOf(now);
    choose(shown[at < 0 ? (step > 0 ? 0 : shown.length - 1) : (at + step + shown.length) % shown.length]);
    document.getElementById('f' + now).focus({ preventScroll: true });
  });
  const filters = all('.filters button');
  const apply = () => {
    const off = new Set(filters.filter((one) => one.getAttribute('aria-pressed') === 'false').map((one) => one.dataset.key));
    for (const card of all('.card')) card.classList.toggle('off', off.has(card.dataset.group) || off.has(card.dataset.level));
    for (const mark of marks) {
      const gone = of(mark).length === 0;
      mark.classList.toggle('off', gone);
      mark.tabIndex = gone ? -1 : 0;
    }
    document.querySelector('.shown').textContent = all('.card:not(.off)').length;
    choose(null);
  };
  for (const filter of filters) filter.addEventListener('click', () => {
    filter.setAttribute('aria-pressed', String(filter.getAttribute('aria-pressed') === 'false'));
    apply();
  });
})();
`;

/** SHA-256 of each, in Base64, as the policy of the page wants them. */
export const STYLE_HASH = 'sha256-CsizkkDxAqmQn7RHPFN/gzx1BmYHH51iM023YKwE/Cs=';
export const SCRIPT_HASH = 'sha256-JKlOKF4hdAHSMnlcOc0eCq2MuLg2VtoH/UHIeGReHJ8=';
