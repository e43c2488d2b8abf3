import type { Language } from "../language.ts";

/** Polish. */
export const pl: Language = {
  code: "pl",
  privacy: {
    anywhere:
      "za zamkniętymi drzwiami|nie publikować|nie do publikacji|nie udostępniać|nie rozpowszechniać|" +
      "ściśle tajne|ściśle poufn*|poza protokołem|nie do protokołu|nie protokołować|" +
      "z wyłączeniem jawności|do użytku wewnętrznego",
    leading:
      "poufn*|niejawn*|sesja zamknięta|część zamknięta|posiedzenie zamknięte|część niejawna|" +
      "obrady zamknięte",
    alone: "prywatne|prywatny|prywatna|tajne|tajny|zastrzeżone|tylko dla członków|wewnętrzne|embargo",
    opens: "",
    closes:
      "koniec części poufnej|koniec części niejawnej|koniec poufne|koniec części zamkniętej|" +
      "wznowiono jawność",
  },
  documents: {
    agendas: "porządek obrad|agenda",
    records: "protokół|notatki",
  },
};
