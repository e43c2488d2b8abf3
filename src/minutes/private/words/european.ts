import type { WordLists } from "./word-lists.ts";

/** Languages of Europe in Latin letters. */
export const europeanWords: Readonly<Record<string, WordLists>> = {
  de: {
    anywhere:
      "streng vertraulich|nicht öffentlich*|nichtöffentlich*|nicht oeffentlich*|nichtoeffentlich*|unter ausschluss der öffentlichkeit|" +
      "nicht zur veröffentlichung|nicht veröffentlichen|nicht weitergeben|nicht ins protokoll|nicht fürs protokoll|nicht für das protokoll|vertraulich behandeln|nicht für die öffentlichkeit|nicht protokollieren|" +
      "nicht zu protokollieren|nur für den dienstgebrauch|unter verschluss|hinter verschlossenen türen|" +
      "bleibt unter uns|nur für den internen gebrauch|nur zum internen gebrauch",
    leading:
      "vertrauliche*|n ö teil|nö teil|geschlossene sitzung|geschlossener teil|interner teil|interne sitzung|interne notiz*|" +
      "interne besprechung|persönlich vertraulich|unter uns|geheime sitzung|außerhalb des protokolls|" +
      "ausserhalb des protokolls|privater teil|private notiz*|mitgliederöffentlich*|vereinsöffentlich*",
    alone:
      "vertraulich|n ö|geheim|intern|nur intern|privat|nur für mitglieder|nur mitglieder|nur vorstand|nur für den vorstand|" +
      "geschwärzt|sperrfrist|verschlusssache|vs nfd|internes",
    opens: "",
    rest:
      "ende des öffentlichen teils|ende öffentlicher teil|ab hier vertraulich*|ab hier nicht öffentlich*|" +
      "ab hier nichtöffentlich*|ab hier intern|der rest ist vertraulich|öffentlichkeit wird ausgeschlossen|" +
      "öffentlichkeit wurde ausgeschlossen",
    closes:
      "ende vertraulich*|ende nichtöffentlich*|ende nicht öffentlich*|ende des vertraulichen*|" +
      "ende des nichtöffentlichen*|ende des nicht öffentlichen*|wieder öffentlich*|öffentlichkeit wiederhergestellt|" +
      "öffentlichkeit wird wiederhergestellt|öffentlicher teil fortgesetzt|zurück zum öffentlichen teil|ende privat",
  },
  fr: {
    anywhere:
      "huis clos|strictement confidentiel*|ne pas diffuser|ne pas publier|ne pas divulguer|à ne pas diffuser|" +
      "à ne pas publier|pas pour publication|hors micro|ne pas mettre au compte rendu|" +
      "ne pas mettre dans le compte rendu|pas au compte rendu|ne pas consigner|hors procès verbal|" +
      "hors pv|hors compte rendu|entre nous|diffusion restreinte",
    leading:
      "confidentiel*|non public|non publique|non publics|non publiques|séance privée|session privée|réunion privée|partie privée|séance fermée|session fermée|" +
      "à titre confidentiel|en privé|off the record|usage interne|à usage interne|sous embargo|notes privées",
    alone:
      "privé|privée|privés|privées|secret|secrète|interne|réservé aux membres|membres seulement|" +
      "caviardé|en off|embargo|réservé",
    opens: "",
    rest:
      "fin de la partie publique|fin de la séance publique|à partir d'ici confidentiel*|la suite est confidentielle|" +
      "la suite est à huis clos",
    closes:
      "fin du huis clos|levée du huis clos|fin de la partie confidentielle|fin du passage confidentiel|" +
      "fin confidentiel|fin privé|retour en séance publique|reprise de la séance publique|retour en public",
  },
  es: {
    anywhere:
      "a puerta cerrada|a puertas cerradas|no publicar|no difundir|no divulgar|estrictamente confidencial|" +
      "fuera de acta|fuera del acta|no va en el acta|no va en acta|no incluir en el acta|no poner en el acta|extraoficial*|no consta en acta|no hacer constar|uso interno|queda entre nosotros",
    leading:
      "confidencial*|sesión privada|sesión cerrada|sesión reservada|sesión secreta|reunión privada|parte privada|" +
      "parte reservada|en privado|off the record|notas privadas|información reservada|no público|no pública",
    alone:
      "privado|privada|privados|privadas|reservado|reservada|secreto|secreta|solo miembros|sólo miembros|interno|" +
      "solo para miembros|sólo para miembros|censurado|embargado",
    opens: "",
    rest: "fin de la parte pública|a partir de aquí confidencial*|lo que sigue es confidencial",
    closes:
      "fin de la parte privada|fin de la sesión privada|fin de la sesión cerrada|fin confidencial|fin de lo confidencial|" +
      "fin privado|vuelta a sesión pública|se reanuda la sesión pública|fin de la sesión a puerta cerrada",
  },
  pt: {
    anywhere:
      "a portas fechadas|à porta fechada|à portas fechadas|não publicar|não divulgar|estritamente confidencial|" +
      "fora da ata|fora de ata|não registrar em ata|não registar em ata|não vai para a ata|não colocar em ata|não consta em ata|em off|uso interno|segredo de justiça|fica entre nós",
    leading:
      "confidenciais|sigilos*|sessão privada|sessão fechada|sessão secreta|sessão reservada|reunião privada|" +
      "reunião fechada|parte privada|parte reservada|em privado|notas privadas|não público|não pública|em sigilo",
    alone:
      "privado|privada|reservado|reservada|secreto|secreta|sigilo|somente membros|só membros|" +
      "apenas membros|restrito|restrita|interno",
    opens: "",
    closes:
      "fim da parte privada|fim da sessão privada|fim da sessão fechada|fim confidencial|fim privado|retorno à sessão pública",
  },
  it: {
    anywhere:
      "a porte chiuse|a porta chiusa|non pubblicare|non divulgare|non diffondere|strettamente confidenziale|" +
      "strettamente riservat*|fuori verbale|non mettere a verbale|non verbalizzare|da non verbalizzare|uso interno|resti tra noi",
    leading:
      "riservat*|confidenzial*|seduta segreta|seduta privata|sessione privata|sessione chiusa|sessione riservata|seduta riservata|riunione riservata|parte riservata|" +
      "parte privata|in privato|note private|non pubblico|non pubblica",
    alone: "privato|privata|privati|segreto|segreta|solo membri|solo soci|solo per i soci|interno|embargo",
    opens: "",
    closes:
      "fine parte riservata|fine della parte riservata|fine riservato|fine privato|ripresa della seduta pubblica|fine sessione privata",
  },
  nl: {
    anywhere:
      "achter gesloten deuren|niet openbaar|niet openbare|niet publiceren|niet voor publicatie|niet verspreiden|" +
      "niet delen|strikt vertrouwelijk|buiten de notulen|niet in de notulen|niet in het verslag|niet notuleren|onder embargo|blijft onder ons",
    leading:
      "vertrouwelijk*|besloten vergadering|besloten deel|besloten gedeelte|besloten overleg|besloten zitting|" +
      "besloten sessie|besloten bijeenkomst|intern overleg|interne notitie*|privé overleg|privé notitie*",
    alone:
      "privé|geheim|intern|alleen leden|alleen voor leden|alleen bestuur|alleen voor het bestuur|embargo",
    opens: "",
    closes:
      "einde vertrouwelijk*|einde besloten*|einde van het besloten*|einde privé|weer openbaar|openbare vergadering hervat",
  },
  pl: {
    anywhere:
      "za zamkniętymi drzwiami|nie publikować|nie do publikacji|nie udostępniać|nie rozpowszechniać|ściśle tajne|" +
      "ściśle poufn*|poza protokołem|nie do protokołu|nie protokołować|z wyłączeniem jawności|do użytku wewnętrznego",
    leading:
      "poufn*|niejawn*|sesja zamknięta|część zamknięta|posiedzenie zamknięte|część niejawna|obrady zamknięte",
    alone: "prywatne|prywatny|prywatna|tajne|tajny|zastrzeżone|tylko dla członków|wewnętrzne|embargo",
    opens: "",
    closes:
      "koniec części poufnej|koniec części niejawnej|koniec poufne|koniec części zamkniętej|wznowiono jawność",
  },
  cs: {
    anywhere: "za zavřenými dveřmi|nezveřejňovat|nešířit|mimo zápis|mimo záznam|přísně důvěrn*",
    leading: "důvěrn*|neveřejn*|dôvern*|uzavřené jednání|uzavřená část",
    alone: "soukromé|tajné|interní|pouze pro členy",
    opens: "",
    closes: "konec důvěrn*|konec neveřejn*",
  },
  ca: {
    anywhere: "a porta tancada|no publicar|fora d'acta|no difondre",
    leading: "confidencial*|sessió privada|sessió tancada",
    alone: "privat|privada|reservat|només membres",
    opens: "",
    closes: "fi de la part privada|fi confidencial",
  },
  sv: {
    anywhere:
      "bakom stängda dörrar|inom stängda dörrar|får ej spridas|ej för publicering|utanför protokollet",
    leading: "konfidentiell*|sekretess*|sluten session|slutet möte|ej offentlig*|icke offentlig*",
    alone: "privat|hemlig*|internt|endast medlemmar|endast för medlemmar|förtroligt",
    opens: "",
    closes: "slut på sekretess*|slut privat|slut konfidentiell*",
  },
  da: {
    anywhere:
      "bag lukkede døre|for lukkede døre|må ikke offentliggøres|ikke til offentliggørelse|uden for referat|" +
      "utenfor referat|ikke for offentliggjøring|unntatt offentlighet*",
    leading: "fortrolig*|konfidensiel*|lukket møde|lukket punkt|lukket møte|lukket sak|ikke offentlig*",
    alone: "privat|hemmelig*|internt|kun medlemmer|kun for medlemmer",
    opens: "",
    closes: "slut fortrolig*|slutt fortrolig*|slut privat|slutt privat|mødet åbnet igen",
  },
  fi: {
    anywhere: "suljettujen ovien takana|suljetuin ovin|ei julkaistavaksi|pöytäkirjan ulkopuolella",
    leading: "luottamuksell*|salassa pidettäv*|suljettu istunto|suljettu kokous|ei julkinen|epävirallisesti",
    alone: "yksityinen|salainen|sisäinen|vain jäsenille",
    opens: "",
    closes: "luottamuksellinen osuus päättyy|yksityinen päättyy",
  },
  hu: {
    anywhere: "zárt ajtók mögött|nem nyilvános*|nem publikus*|jegyzőkönyvön kívül",
    leading: "bizalmas*|zárt ülés*|titkos*",
    alone: "privát|belső|csak tagoknak",
    opens: "",
    closes: "zárt ülés vége|bizalmas vége",
  },
  ro: {
    anywhere: "cu ușile închise|a nu se publica|nu se publică|strict confidențial*",
    leading: "confidențial*|ședință închisă|sesiune închisă",
    alone: "privat|secret|intern|doar membri",
    opens: "",
    closes: "sfârșit confidențial|sfârșitul părții confidențiale",
  },
};
