import type { VerbWords } from "../language.ts";

export const verbs: VerbWords = {
  work: `
    accept act add address adjust adopt advertise advise agree align allow amend analyse analyze
    announce answer apply approach approve arrange ask assess assign attend audit automate avoid
    backport ban begin benchmark book brainstorm bring broadcast build bump bundle buy calculate call
    cancel capture catch centralize change chase chat check choose circulate clarify clean clear close
    collaborate collate collect combine come comment communicate compare compile complete compose
    conduct configure confirm connect consider consolidate consult contact continue contribute convene
    convert coordinate copy correct craft create curate cut deal debug decide declare decline define
    delete deliver demo deploy deprecate describe design determine develop devise diagnose dig disable
    disallow discuss distribute do document double-check download draft draw drive drop edit email
    enable encourage engage enhance ensure escalate establish estimate evaluate examine execute expand
    experiment explain explore expose export extend extract facilitate figure file fill finalise
    finalize find finish fix flag flesh focus follow followup fork format formalize formulate forward
    gather generate get give go ground grow hand handle help hold identify implement import improve
    include incorporate inform initiate inquire install integrate introduce investigate invite iterate
    join keep kick label land launch lead learn leave let link list liaise locate look lookup maintain
    make manage map mark measure meet mention merge message migrate monitor move name negotiate nominate
    note notify nudge obtain offer onboard open order organise organize outline own participate pass
    patch pay perform pick pin ping pitch plan play poll populate port post postpone prepare present
    prioritise prioritize probe produce profile promote prompt propose prototype prove provide publicise
    publicize publish punt pull push put query raise re-add re-check re-open re-run re-visit reach react
    read rebase recheck recommend reconsider record recruit redirect redo reduce refactor refer refine
    register reject release remind remove rename reopen replace reply report reproduce request research
    resolve respond restart restructure retest return reuse revert review revise revisit revive rewrite
    roll rotate rtfm run save scan schedule scope search see seek select send separate set setup share
    shepherd ship show sign simplify simulate sketch slow socialise socialize solicit solve sort specify
    spec spell spend spin split sponsor squash stabilize stage standardize start state stop store
    streamline study submit suggest summarise summarize supply support survey suspend switch sync
    synchronize tag take talk tell test think tidy track train transcribe transfer transition translate
    triage try turn tweak tweet understand unify unpin update upgrade upload use validate verify visit
    vote wait walk watch welcome work wrap write`,
  nouns: `
    answer approach build call change chat comment contact cost demo design draft email estimate fix
    focus form issue label link list map mark meet name need note offer order plan poll post present process
    profile project pull prompt question report request research respond review scope search set share
    show sketch spec start state study summary support survey sync talk test triage update upgrade use vote
    work`,
  behindNouns:
    "(?:on|of|from|about|re|regarding|by|is|are|was|were|has|and|vs|status|update|updates|plan|plans|report|reports|" +
    "process|notes|schedule|discussion|progress|meeting|results|items?|request|requests|list|as|committee|group|team|" +
    "no longer|maintenance|workers?|gets|does|doesn't|needs|works|will|should|can)",
  leads: "please also then and maybe just let's",
};
