// Every measurement that fits the filters: what the charts show, for those who read.
function numbersSection() {
  const details = byId('numbers-details');
  const show = () => {
    if (!details.open) return;
    fill('numbers-table', table('numbers', numberColumns(), ROWS.filter((row) => chosen(row) && !state.hidden.has(row.lane.key))
      .map((row) => ({ ...row, bad: row.m.failure !== null })), 'all numbers'));
  };
  details.addEventListener('toggle', show);
  onChange(show);
  byId('save-all').addEventListener('click', () => save('activations-bench.csv', 'text/csv', csvText(everything())));
}

function numberColumns() {
  const time = (name, of) => ({ name, number: true, of: (row) => (of(row.m) ? of(row.m).median : null),
    show: (row) => (of(row.m) ? h('span', { title: 'quartiles ' + seconds(of(row.m).lower) + ' … ' + seconds(of(row.m).upper) }, seconds(of(row.m).median)) : DASH) });
  return [
    { name: 'function', of: (row) => row.title },
    { name: 'backend', of: (row) => row.lane.label },
    { name: 'shape', number: true, of: (row) => row.elements, show: (row) => shapeText(row.m.rows, row.m.columns) },
    { name: 'GB/s', number: true, of: (row) => row.m.rate, show: (row) => digits(row.m.rate) },
    { name: 'of the copy limit', number: true, of: (row) => row.m.shareOfCopy, show: (row) => percent(row.m.shareOfCopy) },
    time('end to end', (m) => m.endToEnd),
    { name: 'quartiles', of: (row) => (row.m.endToEnd ? row.m.endToEnd.lower : null), show: (row) => (row.m.endToEnd ? seconds(row.m.endToEnd.lower) + ' … ' + seconds(row.m.endToEnd.upper) : DASH) },
    time('kernel', (m) => m.kernel),
    time('copy in', (m) => m.copyIn),
    time('copy out', (m) => m.copyOut),
    { name: 'first call', number: true, of: (row) => row.m.firstCall, show: (row) => seconds(row.m.firstCall) },
    { name: 'failure', wide: true, of: (row) => row.m.failure, show: (row) => row.m.failure || '' },
  ];
}
