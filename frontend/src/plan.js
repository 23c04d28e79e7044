// The script of pages with the order set, the ladder of evidence or the diary, added to the first one, from which Preact comes.
