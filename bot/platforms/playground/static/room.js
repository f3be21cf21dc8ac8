// The page without this script works by plain forms; here it stays in place while things change.
import { submit } from "./acts.js";
import { keepDrafts } from "./drafts.js";
import { bring, watchFoot } from "./foot.js";
import { watch } from "./live.js";
import { dress } from "./fields.js";
import { rememberHint } from "./hint.js";
import { showMenu } from "./menu.js";

document.addEventListener("submit", submit);
keepDrafts();
watchFoot();
dress(document);
rememberHint();
showMenu();
watch();

const landed = location.hash && document.getElementById(location.hash.slice(1));
const last = document.getElementById("entries").lastElementChild;
if (landed) landed.focus();
if (landed || last) bring(landed || last);
