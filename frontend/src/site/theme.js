// The theme button of the page: light or dark, kept for the next visit. Without storage it holds for this page.
const KEY = "pnh.theme";

export function startTheme(document_ = document) {
  const button = document_.querySelector("[data-pnh-theme]");
  if (!button) return;
  const root = document_.documentElement;
  const name = () => { button.textContent = root.dataset.theme === "dark" ? "Light theme" : "Dark theme"; };
  button.addEventListener("click", () => {
    root.dataset.theme = root.dataset.theme === "dark" ? "light" : "dark";
    try { localStorage.setItem(KEY, root.dataset.theme); } catch { /* the choice then ends with the page */ }
    name();
  });
  name();
  button.hidden = false;
}
