// The script of pages with stated probabilities, script concordance or the calibration curve, added to the first one, from which Preact comes.
