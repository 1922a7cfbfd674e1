// Light and dark, as the system says until somebody presses the button.
const root = document.documentElement;
const systemDark = matchMedia('(prefers-color-scheme: dark)');
const DASHES = ['solid', 'dashed', 'dotted', [8, 3, 2, 3]];
const SYMBOLS = ['circle', 'rect', 'triangle', 'diamond', 'emptyCircle', 'emptyRect', 'emptyTriangle', 'emptyDiamond'];

function isDark() {
  return root.dataset.theme ? root.dataset.theme === 'dark' : systemDark.matches;
}

function setTheme(name) {
  if (name) root.dataset.theme = name;
  else delete root.dataset.theme;
  const button = byId('theme');
  button.textContent = isDark() ? '☀ Light' : '☾ Dark';
  button.setAttribute('aria-label', isDark() ? 'switch to the light theme' : 'switch to the dark theme');
  change({});
}

function startTheme() {
  byId('theme').addEventListener('click', () => setTheme(isDark() ? 'light' : 'dark'));
  systemDark.addEventListener('change', () => setTheme(root.dataset.theme));
  let before;
  addEventListener('beforeprint', () => {
    before = root.dataset.theme;
    setTheme('light');
    flushPanels();
  });
  addEventListener('afterprint', () => setTheme(before));
  setTheme(undefined);
}

function colour(name) {
  return getComputedStyle(root).getPropertyValue('--' + name).trim();
}

function palette(index) {
  return colour('s' + ((index % 8) + 1));
}

/** The same colour for a backend in every run; the second run is hatched or dashed. */
function laneColour(lane) {
  return palette(lane.colour);
}

function laneDash(lane) {
  return DASHES[lane.run.index % DASHES.length];
}

function laneDecal(lane) {
  if (lane.run.index === 0) return undefined;
  return { symbol: 'rect', color: colour('card'), dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: (lane.run.index % 2 ? -1 : 1) * Math.PI / 4 };
}
