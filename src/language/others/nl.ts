import type { Language } from "../language.ts";

/** Dutch. */
export const nl: Language = {
  code: "nl",
  conditions: { anywhere: "zodra|tenzij|mits" },
  attendance: { present: "aanwezig(?:en)?|deelnemers", absent: "afwezig" },
  privacy: {
    anywhere:
      "achter gesloten deuren|niet openbaar|niet openbare|niet publiceren|niet voor publicatie|" +
      "niet verspreiden|niet delen|strikt vertrouwelijk|buiten de notulen|niet in de notulen|" +
      "niet in het verslag|niet notuleren|onder embargo|blijft onder ons",
    leading:
      "vertrouwelijk*|besloten vergadering|besloten deel|besloten gedeelte|besloten overleg|" +
      "besloten zitting|besloten sessie|besloten bijeenkomst|intern overleg|interne notitie*|" +
      "privé overleg|privé notitie*",
    alone:
      "privé|geheim|intern|alleen leden|alleen voor leden|alleen bestuur|alleen voor het bestuur|embargo",
    opens: "",
    closes:
      "einde vertrouwelijk*|einde besloten*|einde van het besloten*|einde privé|weer openbaar|" +
      "openbare vergadering hervat",
  },
  documents: {
    agendas: "agenda",
    records: "notulen|verslag|besluiten|aantekeningen",
  },
};
