// How the results compare with the definitions: the worst shape of each function and direction.
function accuracyRows() {
  const found = new Map();
  for (const row of ROWS) {
    if (!row.m.accuracy) continue;
    const key = row.lane.key + ' ' + row.title;
    const before = found.get(key);
    const worse = !before || row.m.accuracy.maxUlp > before.maxUlp ? { ...row.m.accuracy, row } : before;
    found.set(key, {
      ...worse, lane: row.lane, good: row.m.accuracy.good && (!before || before.good),
      inputs: row.m.accuracy.inputs + (before ? before.inputs : 0),
      maxAbsolute: Math.max(row.m.accuracy.maxAbsolute, before ? before.maxAbsolute : 0),
    });
  }
  return [...found.values()];
}

function accuracySection() {
  onChange(() => {
    const rows = accuracyRows().filter((one) => (chosen(one.row) || !one.good) && !state.hidden.has(one.lane.key)).map((one) => ({ ...one, bad: !one.good }));
    rows.sort((a, b) => a.good - b.good);
    fill('accuracy-table', table('accuracy', [
      { name: 'verdict', of: (one) => (one.good ? 1 : 0), show: verdict },
      { name: 'function', of: (one) => one.row.title },
      { name: 'backend', of: (one) => one.lane.label },
      { name: 'max ULP', number: true, of: (one) => one.maxUlp, show: (one) => digits(one.maxUlp) },
      { name: 'bound', of: (one) => one.bound },
      { name: 'max absolute', number: true, of: (one) => one.maxAbsolute, show: (one) => digits(one.maxAbsolute) },
      { name: 'worst input', of: (one) => one.worst, show: (one) => one.worst || 'none: all exact' },
      { name: 'results compared', number: true, of: (one) => one.inputs, show: (one) => count(one.inputs) },
    ], rows, 'accuracy'));
  });
}

function verdict(one) {
  return h('span', { class: 'verdict ' + (one.good ? 'faster' : 'slower') }, one.good ? '✓ within' : '✗ beyond');
}
