// Prints one widget and nothing else of the page.

export function printAlone(root) {
  const page = document.documentElement;
  const after = () => {
    delete page.dataset.pnhPrint;
    root.classList.remove("pnh-printing");
  };
  page.dataset.pnhPrint = "alone";
  root.classList.add("pnh-printing");
  addEventListener("afterprint", after, { once: true });
  print();
}
