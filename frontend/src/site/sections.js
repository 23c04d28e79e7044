// "On this page" on narrow screens: a native popover, which closes when one of its links is followed.
export function startSections() {
  const list = document.getElementById("page-sections");
  list?.addEventListener("click", (event) => {
    if (event.target.closest("a") && list.matches(":popover-open")) list.hidePopover();
  });
}
