import type { Language } from "../language.ts";

/** German. */
export const de: Language = {
  code: "de",
  calendar: {
    months: [
      "januar",
      "februar",
      "märz",
      "april",
      "mai",
      "juni",
      "juli",
      "august",
      "september",
      "oktober",
      "november",
      "dezember",
    ],
  },
  comparison: { negations: "nicht|kein\\w*" },
  names: { joiners: "und" },
  conditions: { anywhere: "sobald|falls|wenn|solange|sofern|nachdem|bevor" },
  attendance: {
    present: "anwesend(?:er|e)?|teilnehm(?:er[*:]?innen|er|ende)",
    absent: "entschuldigt|abwesend",
  },
  privacy: {
    anywhere:
      "streng vertraulich|nicht öffentlich*|nichtöffentlich*|nicht oeffentlich*|nichtoeffentlich*|" +
      "unter ausschluss der öffentlichkeit|nicht zur veröffentlichung|nicht veröffentlichen|" +
      "nicht weitergeben|nicht ins protokoll|nicht fürs protokoll|nicht für das protokoll|" +
      "vertraulich behandeln|nicht für die öffentlichkeit|nicht protokollieren|nicht zu protokollieren|" +
      "nur für den dienstgebrauch|unter verschluss|hinter verschlossenen türen|bleibt unter uns|" +
      "nur für den internen gebrauch|nur zum internen gebrauch",
    leading:
      "vertrauliche*|n ö teil|nö teil|geschlossene sitzung|geschlossener teil|interner teil|" +
      "interne sitzung|interne notiz*|interne besprechung|persönlich vertraulich|unter uns|" +
      "geheime sitzung|außerhalb des protokolls|ausserhalb des protokolls|privater teil|private notiz*|" +
      "mitgliederöffentlich*|vereinsöffentlich*",
    alone:
      "vertraulich|n ö|geheim|intern|nur intern|privat|nur für mitglieder|nur mitglieder|nur vorstand|" +
      "nur für den vorstand|geschwärzt|sperrfrist|verschlusssache|vs nfd|internes",
    opens: "",
    rest:
      "ende des öffentlichen teils|ende öffentlicher teil|ab hier vertraulich*|ab hier nicht öffentlich*|" +
      "ab hier nichtöffentlich*|ab hier intern|der rest ist vertraulich|" +
      "öffentlichkeit wird ausgeschlossen|öffentlichkeit wurde ausgeschlossen",
    closes:
      "ende vertraulich*|ende nichtöffentlich*|ende nicht öffentlich*|ende des vertraulichen*|" +
      "ende des nichtöffentlichen*|ende des nicht öffentlichen*|wieder öffentlich*|" +
      "öffentlichkeit wiederhergestellt|öffentlichkeit wird wiederhergestellt|" +
      "öffentlicher teil fortgesetzt|zurück zum öffentlichen teil|ende privat",
  },
  documents: {
    agendas: "tagesordnung(?:en)?|agenda",
    records: "protokolle?|notizen|mitschrift|niederschrift|beschlüsse",
  },
};
