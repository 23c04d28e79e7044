// The script of pages with the Bayes widget or the table of mimics, added to the first one, from which Preact comes.
