// The script of pages with the order set, the ladder of evidence or the diary, added to the first one, from which Preact comes.
import diary from "./tools/diary.jsx";
import ladder from "./tools/ladder.jsx";
import orderSet from "./tools/order-set.jsx";

pnhCourse.add("order-set", orderSet);
pnhCourse.add("ladder", ladder);
pnhCourse.add("diary", diary);
