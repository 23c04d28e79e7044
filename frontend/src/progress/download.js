// Hands a text to the learner as a file, without any server.

export function download(text, name) {
  const url = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  Object.assign(document.createElement("a"), { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
}

export const downloadRecord = (store, day) => download(store.exportText(), `pnh-progress-${day}.json`);
