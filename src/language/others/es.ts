import type { Language } from "../language.ts";

/** Spanish. */
export const es: Language = {
  code: "es",
  calendar: {
    months: [
      "enero",
      "febrero",
      "marzo",
      "abril",
      "mayo",
      "junio",
      "julio",
      "agosto",
      "septiembre",
      "octubre",
      "noviembre",
      "diciembre",
    ],
  },
  names: { joiners: "y" },
  conditions: { anywhere: "cuando|en cuanto|una vez|salvo" },
  attendance: { present: "asistentes|participantes|presentes", absent: "ausentes" },
  privacy: {
    anywhere:
      "a puerta cerrada|a puertas cerradas|no publicar|no difundir|no divulgar|" +
      "estrictamente confidencial|fuera de acta|fuera del acta|no va en el acta|no va en acta|" +
      "no incluir en el acta|no poner en el acta|extraoficial*|no consta en acta|no hacer constar|" +
      "uso interno|queda entre nosotros",
    leading:
      "confidencial*|sesión privada|sesión cerrada|sesión reservada|sesión secreta|reunión privada|" +
      "parte privada|parte reservada|en privado|off the record|notas privadas|información reservada|" +
      "no público|no pública",
    alone:
      "privado|privada|privados|privadas|reservado|reservada|secreto|secreta|solo miembros|sólo miembros|" +
      "interno|solo para miembros|sólo para miembros|censurado|embargado",
    opens: "",
    rest: "fin de la parte pública|a partir de aquí confidencial*|lo que sigue es confidencial",
    closes:
      "fin de la parte privada|fin de la sesión privada|fin de la sesión cerrada|fin confidencial|" +
      "fin de lo confidencial|fin privado|vuelta a sesión pública|se reanuda la sesión pública|" +
      "fin de la sesión a puerta cerrada",
  },
  documents: {
    agendas: "orden del día|agenda",
    records: "acta|actas|notas|minuta|resumen",
  },
};
