// Does this learner want to say how sure they are, on every question? Off by default, kept on this device.

const KEY = "pnh.sure";
const listeners = new Set();
let wanted = null;

export function wantsCertainty() {
  if (wanted === null) {
    try { wanted = localStorage.getItem(KEY) === "yes"; } catch { wanted = false; }
  }
  return wanted;
}

export function setWantsCertainty(value) {
  wanted = value;
  try { value ? localStorage.setItem(KEY, "yes") : localStorage.removeItem(KEY); } catch { /* holds for this page only */ }
  listeners.forEach((listener) => listener());
}

export function onWantsCertainty(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
