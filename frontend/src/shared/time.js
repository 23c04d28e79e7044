// Clock readings as the progress file wants them: UTC, to the minute on purpose.

/** @returns {string} e.g. "2026-11-21T22:35Z" */
export const minute = (date = new Date()) => date.toISOString().slice(0, 16) + "Z";

/** @returns {string} e.g. "2026-11-21" */
export const day = (date = new Date()) => date.toISOString().slice(0, 10);
