// Before anything is drawn, so that nothing flashes: what was chosen here, else what the system wants.
try {
  const chosen = localStorage.getItem("theme");
  if (chosen) document.documentElement.dataset.theme = chosen;
} catch { /* Without storage the system decides. */ }
