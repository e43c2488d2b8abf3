import type { NameWords } from "../language.ts";
import { calendar } from "./calendar.ts";

export const names: NameWords = {
  joiners: "and|and/or|or",
  nobody: `
    all anybody anyone body community everybody everyone folks group members nobody none one
    participants people somebody someone tba tbc tbd team them they us volunteer volunteers we you
    whoever who n/a na unassigned unowned`,
  groups: `
    team teams group groups folks people members community committee council board staff users maintainers
    developers devs contributors participants attendees chair chairs editors authors implementers wg wgs sig tsc tc cpc
    ctc cg toc`,
  notNames: `
    ${calendar.months.join(" ")} ${calendar.weekdays.join(" ")}
    a action actions after ai all also although an and another any api as at background because before
    bonus but by ci cla concern conclusion consensus context coc cost could currently date deadline
    decided decision decisions discussed discussion docs due each either etc every example feedback
    followup for from fyi general github given goal going good google group happy has have he her here
    hi his hope hopes hoping hopefully how however i idea if important in info is issue issues it item
    items its just last later less let lots maybe meeting meanwhile mentioned milestone more most much
    my need needs new next no none not note notes nothing now ok okay old on once one ongoing only or
    other otherwise our outcome overall owner p1 p2 part pending per perhaps plan please possible pr prs
    priority probably problem project proposal proposed question questions re ready reason regarding
    release remaining reminder resolved result rfc same several she should since slack so some someone
    something soon sounds staff state status still suggestion summary sure target task tbd thanks that
    the their then there these they thing things this those though three title to todo today tomorrow
    topic two until up update updates url urgent us using very waiting want was we well were what
    whatever when where whether which while who whoever why will with without would yes yesterday yet
    you your zoom`,
  notSpeakers: `
    a action actions ai answer agenda agreed api aob attendees background blocker blockers bug caveat ci
    chair comment comments concern conclusion consensus context cons date decision decisions deadline
    dependencies details discussion docs done edit eg email error etc example examples faq feature
    feedback file fix followup from fyi github goal goals guests host idea ie if important info issue
    issues item link links location meeting minutes motivation next no note notes notetaker observation
    observers open option options outcome owner participants plan pr problem present progress pros prs
    proposal proposed q question questions re reason recap recording recommendation ref refs regrets
    reminder resolution resolved result results review rfc rationale risk scribe see slides solution
    source spec status step subject suggestion summary tbd time timeline title tldr to todo todos topic
    topics update updates url use version video vote warning website when where who why yes zoom analogy
    claim other others completed yesterday today tomorrow doing impediments highlights`,
  particles: "de da du del den der di el la le van von bin ten ter dos",
};
