// The button that changes between the light and the dark theme; the choice is kept on this device.

export function startTheme() {
  const button = document.querySelector("[data-pnh-theme]");
  if (!button) return;
  const page = document.documentElement;
  const name = () => { button.textContent = page.dataset.theme === "dark" ? "Light theme" : "Dark theme"; };
  button.hidden = false;
  name();
  button.addEventListener("click", () => {
    page.dataset.theme = page.dataset.theme === "dark" ? "light" : "dark";
    try { localStorage.setItem("pnh.theme", page.dataset.theme); } catch { /* storage is off: the choice holds for this page */ }
    name();
  });
}
