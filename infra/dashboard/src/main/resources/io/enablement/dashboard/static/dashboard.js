// Light or dark, hints, and what is drawn again after a part of the page has been exchanged.
const root = document.documentElement;
const tip = document.getElementById("tip");

function isDark() {
  return root.dataset.theme
    ? root.dataset.theme === "dark"
    : matchMedia("(prefers-color-scheme: dark)").matches;
}

document.getElementById("theme").addEventListener("click", () => {
  root.dataset.theme = isDark() ? "light" : "dark";
  try {
    localStorage.setItem("theme", root.dataset.theme);
  } catch { /* It holds until the page is left. */ }
  drawCharts();
});
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => drawCharts());

function showHint(element) {
  tip.textContent = element.dataset.hint;
  tip.hidden = false;
  element.setAttribute("aria-describedby", "tip");
  const place = element.getBoundingClientRect();
  const left = Math.min(place.left, innerWidth - tip.offsetWidth - 12);
  const below = place.bottom + 6;
  const fits = below + tip.offsetHeight < innerHeight;
  tip.style.left = Math.max(8, left) + "px";
  tip.style.top = (fits ? below : place.top - tip.offsetHeight - 6) + "px";
}

function hideHint() {
  tip.hidden = true;
}

for (const event of ["mouseover", "focusin"]) {
  document.addEventListener(event, (e) => {
    const element = e.target.closest?.("[data-hint]");
    if (element && element.dataset.hint) showHint(element);
    else hideHint();
  });
}
document.addEventListener("focusout", hideHint);
document.addEventListener("keydown", (e) => {
  if (e.key === "Escape") hideHint();
});
document.addEventListener("scroll", hideHint, true);

// Choices that say nothing stay out of the address.
document.addEventListener("htmx:configRequest", (e) => {
  for (const name of Object.keys(e.detail.parameters)) {
    if (e.detail.parameters[name] === "") delete e.detail.parameters[name];
  }
});
// An error page of the dashboard is shown as well: it says what happened.
document.addEventListener("htmx:beforeSwap", (e) => {
  if (e.detail.xhr.status >= 400) e.detail.shouldSwap = e.detail.serverResponse.includes('id="shown"');
});
// What the address points to may come later than the page.
let isReached = true;
document.addEventListener("htmx:beforeSwap", () => {
  isReached = !location.hash || document.getElementById(location.hash.slice(1)) !== null;
});
document.addEventListener("htmx:afterSettle", (e) => {
  drawCharts();
  if (!isReached && e.target.id === "shown") document.getElementById(location.hash.slice(1))?.scrollIntoView();
});
drawCharts();
