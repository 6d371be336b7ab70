// The comparison grid of the article's page. Without scripts it is a table of fields.

import { start as startCounts } from "./desk-counts.js";
import { start as startColumns } from "./desk-grid-columns.js";
import { start as startKeys } from "./desk-grid-keys.js";
import { start as startNames } from "./desk-grid-names.js";
import { start as startPaste } from "./desk-grid-paste.js";
import { grid, start as startRows } from "./desk-grid-rows.js";
import { start as startGrowing } from "./desk-grow.js";

if (grid) {
  startRows();
  startColumns();
  startNames(); // before the keys: arrows in an open list are the list's
  startPaste();
  startKeys();
  startCounts();
  startGrowing();
}
