// What one wants to know first, a card for each backend; and before it, what went wrong.
const REACHED = 0.9;

function largestRows(lane) {
  const drawn = lane.rows.filter((row) => row.drawn);
  const most = Math.max(...drawn.map((row) => row.elements));
  return drawn.filter((row) => row.elements === most);
}

function shares(lane) {
  return largestRows(lane).map((row) => ({ row, share: row.m.shareOfCopy })).filter((one) => one.share !== null).sort((a, b) => a.share - b.share);
}

function card(lane) {
  const found = shares(lane);
  const { backend } = lane;
  return h('article', { class: 'card', 'data-lane': lane.key },
    h('h3', {}, h('i', { class: 'dot', style: { background: 'var(--s' + ((lane.colour % 8) + 1) + ')' } }), lane.selector,
      h('span', { class: 'kind' }, backend.device)),
    h('p', { class: 'note' }, (SEVERAL ? lane.run.label + ': ' : '') + backend.description),
    backend.failure && h('p', { class: 'failure' }, '✗ ' + backend.failure),
    found.length > 0 && [reached(found), strip(found)],
    h('dl', {}, facts(lane, found).map(([name, value]) => [h('dt', {}, name), h('dd', {}, value)])));
}

function reached(found) {
  const many = found.filter((one) => one.share >= REACHED).length;
  return h('p', { class: 'big' }, h('b', {}, many + ' of ' + found.length), ' at 90 % of the copy limit or more, on ' + shapeText(found[0].row.m.rows, found[0].row.m.columns));
}

/** Each function a tick between nothing and 120 % of a copy. */
function strip(found) {
  const at = (share) => Math.min(100, (share / 1.2) * 100) + '%';
  return h('div', { class: 'strip', 'aria-hidden': 'true' },
    found.map((one) => h('i', { style: { left: at(one.share) }, title: one.row.title + ' ' + percent(one.share) })),
    h('b', { style: { left: at(REACHED) } }), h('span', { style: { left: at(REACHED) } }, '90 %'));
}

function facts(lane, found) {
  const copy = lane.backend.copies.length ? Math.max(...lane.backend.copies.map((one) => one.rate)) : null;
  const [worst, best] = [found[0], found[found.length - 1]];
  const first = Math.max(...lane.rows.map((row) => row.m.firstCall || 0));
  return [
    ['copy, at most', copy === null ? null : METRICS.rate.text(copy)],
    ['closest to it', best && best.row.title + ', ' + percent(best.share)],
    ['furthest from it', worst && worst !== best ? worst.row.title + ', ' + percent(worst.share) : null],
    ['accuracy', accuracyFact(lane)],
    ['faster than the CPU', breakEvenFact(lane)],
    ['longest first call', first > 0 ? seconds(first) : null],
  ].filter(([, value]) => value);
}

function accuracyFact(lane) {
  const all = accuracyRows().filter((one) => one.lane === lane);
  if (all.length === 0) return null;
  const good = all.filter((one) => one.good).length;
  const worst = all.reduce((a, b) => (a.maxUlp >= b.maxUlp ? a : b));
  return (good === all.length ? '✓ all ' + all.length : '✗ ' + good + ' of ' + all.length) + ' within the bound; at most ' + digits(worst.maxUlp) + ' ULP';
}

function breakEvenFact(lane) {
  const all = lane.run.breakEvens.filter((one) => one.backend === lane.selector);
  if (all.length === 0) return null;
  const sizes = all.filter((one) => one.elements !== null).map((one) => one.elements);
  if (sizes.length === 0) return 'for none of ' + all.length + ' functions';
  const never = all.length - sizes.length;
  return 'from ' + short(Math.min(...sizes)) + ' to ' + short(Math.max(...sizes)) + ' elements on, median ' + short(median(sizes)) + (never ? '; ' + never + ' never' : '');
}

/** Who wins how often, transfers included. */
function fastest(run) {
  const wins = new Map();
  for (const title of new Set(ROWS.filter((row) => row.lane.run === run && row.shape === state.shape).map((row) => row.title))) {
    const rows = ROWS.filter((row) => row.lane.run === run && row.drawn && row.shape === state.shape && row.title === title);
    if (rows.length < 2) continue;
    const best = rows.reduce((a, b) => (a.m.endToEnd.median <= b.m.endToEnd.median ? a : b)).lane.selector;
    wins.set(best, (wins.get(best) || 0) + 1);
  }
  const list = [...wins].sort((a, b) => b[1] - a[1]).map(([selector, many]) => selector + ' (' + many + ')');
  return list.length === 0 ? null : h('p', { class: 'fastest' }, h('strong', {}, (SEVERAL ? run.label + ': f' : 'F') + 'astest call'), ' on ' + shapeName(state.shape) + ', transfers included: ' + list.join(', '));
}

function failures() {
  return [
    ...RUNS.filter((run) => !run.complete).map((run) => [SEVERAL ? run.label : 'The run', 'was stopped before the last measurement: some results are missing']),
    ...LANES.filter((lane) => lane.backend.failure !== null).map((lane) => [lane.label, lane.backend.failure]),
    ...failedRows(),
  ];
}

/** One line for a function that fails the same way on several shapes. */
function failedRows() {
  const found = new Map();
  for (const row of ROWS.filter((one) => one.m.failure !== null)) {
    const key = [row.lane.key, row.title, row.m.failure].join('\n');
    found.set(key, [...(found.get(key) || []), row]);
  }
  return [...found.values()].map((rows) => [
    rows[0].lane.label + ', ' + rows[0].title + ', ' + rows.map((row) => shapeText(row.m.rows, row.m.columns)).join(', '), rows[0].m.failure]);
}

function failureBox() {
  const all = failures();
  if (all.length === 0) return [];
  const item = ([where, what]) => h('li', {}, h('strong', {}, where + ': '), what);
  return [h('h2', {}, '✗ ' + all.length + (all.length > 1 ? ' failures' : ' failure')), h('ul', {}, all.slice(0, 6).map(item)),
    all.length > 6 && h('details', {}, h('summary', {}, (all.length - 6) + ' more'), h('ul', {}, all.slice(6).map(item)))];
}

function headlineSection() {
  byId('failures').hidden = failures().length === 0;
  fill('failures', failureBox());
  onChange(() => fill('headline', RUNS.map((run) => [
    fastest(run), h('div', { class: 'cards' }, visibleLanes().filter((lane) => lane.run === run).map(card))])));
}
