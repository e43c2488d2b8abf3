import type { Language } from "../language.ts";

/** French. */
export const fr: Language = {
  code: "fr",
  calendar: {
    months: [
      "janvier",
      "février",
      "mars",
      "avril",
      "mai",
      "juin",
      "juillet",
      "août",
      "septembre",
      "octobre",
      "novembre",
      "décembre",
    ],
  },
  comparison: { negations: "pas" },
  names: { joiners: "et" },
  conditions: { anywhere: "dès que|lorsqu\\w*|quand|sauf|une fois" },
  attendance: { present: "présents?|participant(?:e|·e)s", absent: "excusés?" },
  privacy: {
    anywhere:
      "huis clos|strictement confidentiel*|ne pas diffuser|ne pas publier|ne pas divulguer|" +
      "à ne pas diffuser|à ne pas publier|pas pour publication|hors micro|ne pas mettre au compte rendu|" +
      "ne pas mettre dans le compte rendu|pas au compte rendu|ne pas consigner|hors procès verbal|" +
      "hors pv|hors compte rendu|entre nous|diffusion restreinte",
    leading:
      "confidentiel*|non public|non publique|non publics|non publiques|séance privée|session privée|" +
      "réunion privée|partie privée|séance fermée|session fermée|à titre confidentiel|en privé|" +
      "off the record|usage interne|à usage interne|sous embargo|notes privées",
    alone:
      "privé|privée|privés|privées|secret|secrète|interne|réservé aux membres|membres seulement|caviardé|" +
      "en off|embargo|réservé",
    opens: "",
    rest:
      "fin de la partie publique|fin de la séance publique|à partir d'ici confidentiel*|" +
      "la suite est confidentielle|la suite est à huis clos",
    closes:
      "fin du huis clos|levée du huis clos|fin de la partie confidentielle|fin du passage confidentiel|" +
      "fin confidentiel|fin privé|retour en séance publique|reprise de la séance publique|" +
      "retour en public",
  },
  documents: {
    agendas: "ordre du jour",
    records: "compte[- ]rendu|comptes[- ]rendus|procès[- ]verbal|notes|relevé",
  },
};
