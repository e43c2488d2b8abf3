import type { Language } from "../language.ts";
import { ar } from "./ar.ts";
import { ca } from "./ca.ts";
import { cs } from "./cs.ts";
import { da } from "./da.ts";
import { de } from "./de.ts";
import { el } from "./el.ts";
import { es } from "./es.ts";
import { fa } from "./fa.ts";
import { fi } from "./fi.ts";
import { fr } from "./fr.ts";
import { he } from "./he.ts";
import { hi } from "./hi.ts";
import { hu } from "./hu.ts";
import { id } from "./id.ts";
import { it } from "./it.ts";
import { ja } from "./ja.ts";
import { ko } from "./ko.ts";
import { nl } from "./nl.ts";
import { pl } from "./pl.ts";
import { pt } from "./pt.ts";
import { ro } from "./ro.ts";
import { ru } from "./ru.ts";
import { sv } from "./sv.ts";
import { tr } from "./tr.ts";
import { vi } from "./vi.ts";
import { zh } from "./zh.ts";

/** Languages of which some words are known so far: those of Europe in Latin letters, then those of other letters. */
export const otherLanguages: readonly Language[] = [
  de,
  fr,
  es,
  pt,
  it,
  nl,
  pl,
  cs,
  ca,
  sv,
  da,
  fi,
  hu,
  ro,
  tr,
  ru,
  el,
  ja,
  zh,
  ko,
  vi,
  id,
  ar,
  he,
  fa,
  hi,
];
