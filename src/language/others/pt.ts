import type { Language } from "../language.ts";

/** Portuguese. */
export const pt: Language = {
  code: "pt",
  calendar: {
    months: [
      "janeiro",
      "fevereiro",
      "março",
      "abril",
      "maio",
      "junho",
      "julho",
      "agosto",
      "setembro",
      "outubro",
      "novembro",
      "dezembro",
    ],
  },
  conditions: { anywhere: "quando|assim que" },
  attendance: { present: "participantes|presentes", absent: "ausentes" },
  privacy: {
    anywhere:
      "a portas fechadas|à porta fechada|à portas fechadas|não publicar|não divulgar|" +
      "estritamente confidencial|fora da ata|fora de ata|não registrar em ata|não registar em ata|" +
      "não vai para a ata|não colocar em ata|não consta em ata|em off|uso interno|segredo de justiça|" +
      "fica entre nós",
    leading:
      "confidenciais|sigilos*|sessão privada|sessão fechada|sessão secreta|sessão reservada|" +
      "reunião privada|reunião fechada|parte privada|parte reservada|em privado|notas privadas|" +
      "não público|não pública|em sigilo",
    alone:
      "privado|privada|reservado|reservada|secreto|secreta|sigilo|somente membros|só membros|" +
      "apenas membros|restrito|restrita|interno",
    opens: "",
    closes:
      "fim da parte privada|fim da sessão privada|fim da sessão fechada|fim confidencial|fim privado|" +
      "retorno à sessão pública",
  },
  documents: {
    agendas: "pauta|ordem do dia|agenda",
    records: "ata|atas|notas|resumo|anotações",
  },
};
