// The article's page at the desk: what stands around its form. Without scripts the form works as it is.

import { start as startChecks, check } from "./desk-checks.js";
import { start as startKeys } from "./desk-keys.js";
import { start as startLanguages } from "./desk-languages.js";
import { start as startPanes } from "./desk-panes.js";
import { start as startPreview, draw } from "./desk-preview.js";
import { start as startPresence } from "./desk-presence.js";
import { form, onPause } from "./desk-typing.js";

if (form) {
  startPanes(draw);
  startPreview();
  startLanguages(draw);
  startChecks();
  startKeys();
  // The picture first: it is what one waits for.
  onPause(() => draw().then(check));
  draw().then(startPresence);
}
