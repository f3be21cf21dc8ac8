"""What waits, what comes, reminders, help; and what is said out of politeness, alone or before a request."""

from collections.abc import Mapping

from bot.language.requests.model import REMINDERS, REVIEW, A, Asked

REMINDING = (
    Asked(
        "nudge.about",
        (
            "stop",
            "stop [it|that|this|all] [the|these|your|sending|getting] [me|us|so many|all] [the|these] "
            f"{REMINDERS} {{what}}",
            "(stop|quit) (reminding|messaging|emailing|pestering|bothering|nagging|nudging|writing) {what}",
            f"{A} (too many|fewer|less|no more|so many|enough) {REMINDERS} {{what}}",
            "(turn|switch) off {what}",
            f"(turn|switch) {{what}} {REMINDERS} off",
            "(mute|snooze|unsubscribe|opt out|leave me alone|not now|go away) {what}",
            "remind me [again] (later|tomorrow|on|next|in|after) {what}",
            "(don't|do not) (remind|message|email|nag|nudge|write to) me {what}",
        ),
        about=False,
    ),
)
EVERYDAY = (
    Asked(
        "digest.find",
        (
            "what is (happening|going on|new|on|coming up) [this week|next week|today] [in|for|with] {what}",
            "(how is|how are) (my|our|the) (group|schools|reviews) [doing|getting on|going]",
        ),
    ),
    Asked(
        "home.show",
        (
            "what is (next|left|mine|due|to do|waiting) [for me|for us] [to do] [today|now|next|this week]",
            "what is on my (list|plate|to do list|to-do list)",
            "what (are|is) my (deadlines|deadline|dates)",
            "what do (i|we) [still] owe",
            "what do you [still] (need|want) from (me|us)",
            "(am i|are we) (late|behind) [with|on|for] {what}",
            "what (do|should|must|can) (i|we) [need to|have to] do [next|now|today|this week]",
            "what (have|need) (i|we) [got] to do [next|now|today|this week]",
            "what (am i|are we) (supposed|meant|expected) to [be] (do|doing) [next|now]",
            "[is there|have you got|have i got|do i have] (anything|something) [else] [for me] [to do] "
            "[today|now]",
            "(do|have) i (owe|need|got) [to do] anything [else] [for anyone|to do]",
            "[my] (tasks|jobs|list|to do|to-do|to do list|to-do list|to dos|actions|action|duties"
            "|things to do)",
            f"(see|show|list|which|all) [all] [of] [the|our|my] {REVIEW} [are] "
            "[booked|planned|coming up|this year|there]",
            "(next|home|start|menu|dashboard)",
        ),
        about=False,
    ),
    Asked(
        "year.show",
        (
            "(year planner|wall planner|planner|overview of the year|whole year)",
            "(see|show|print|download|get) [the|our] (year|year planner|planner|whole year)",
        ),
        about=False,
    ),
    Asked(
        "feeds.show",
        (
            "(where|what) is (my|our|the) calendar [link|feed|address]",
            "(put|add|get|sync|send|have) {what} (in|into|to|on|with) [my|our|the] "
            "[outlook|google|school|work] (calendar|diary|outlook)",
            "subscribe {what}",
        ),
        about=False,
    ),
)
HELP = (
    Asked(
        "help.show",
        (
            "what (can|do|could) (you|i|we) (do|ask|type|say|write|know) {what}",
            "what (is this|are you|is peer review|does this do|are the commands|are my options) {what}",
            "who are you {what}",
            "how (do|does|can) (this|it|you|i use this|i use you|peer review) [work|bot] {what}",
            "(use|work|do|start) (this|it|you|peer review) {what}",
            "i (don't|do not) (know|understand) {what}",
            "(i am|we are) (stuck|lost|confused|new here|new) {what}",
            "(i need|need|get|give me) [some] help",
            "help (me|us) [out] {what}",
            "(commands|options|instructions|manual|guide|how to)",
        ),
        about=False,
    ),
)

GREETINGS: Mapping[str, str] = {
    "thanks": "(thanks|thank you|thankyou|thx|ta|cheers|much appreciated|well done|good bot) "
    "[very much|so much|a lot|a million|for that|for your help|everyone|all|then]",
    "agreed": "[yes|ok|okay] (great|perfect|brilliant|lovely|super|wonderful|ok|okay|cool|no problem|noted"
    "|got it|understood|will do|all good|fine|fine by me|fine with me|good|sounds good|sounds great"
    "|sounds fine|sure|sure thing|of course|yep|yup|yeah|absolutely|certainly|agreed|works for me"
    "|no worries|thumbs up) [thanks|thank you|many thanks|cheers|with me|very much|so much|then|all]",
    "hello": "(hello|hi|hiya|hey|good morning|good afternoon|good evening|morning|afternoon|evening"
    "|good day|bore da) [there|all|everyone|again|peer review|bot|to you]",
    "goodbye": "(bye|goodbye|bye bye|see you|good night|have a good weekend|have a nice weekend"
    "|have a good day) [then|later|all|soon|tomorrow]",
}
# Said before what is asked for, one after another.
OPENINGS = (
    "(hello|hiya|hi|hey|dear|good morning|good afternoon|good evening|morning|afternoon|evening) "
    "[there|all|everyone|again] [peer review|peer-review|bot]",
    "(please|pls|plz|kindly|just|also|so|and|but|then|sorry|excuse me|quick question|fyi|ok|okay|thanks"
    "|thank you|sorry to bother you|i hope you are well|hope you are well|i hope all is well)",
    "(is it|would it be) (ok|okay|possible|alright|all right) [for me|for us|for you] [to|if i|if we]",
    "(i|we) (was|were|am|are) [just] wondering (if|whether) [i|we|you] [can|could|may|might]",
    "i wonder (if|whether) [i|we|you] [can|could|may|might]",
    "(need|want|have) to",
    "do you (know|happen to know) [if|whether]",
    "(can|could|would|will|may|might|should|shall) (you|i|we|someone|somebody)",
    "(i|we) would (like|love|prefer) [you|us] to",
    "(i|we) [will|may|might] (want|need|have|wish|hope|wanted|needed|had|are going|am going|ought|have got"
    "|are trying|am trying) [you|us] to",
    "(i|we) (must|should|will have to|had better)",
    "(i think|i believe|it looks like|it seems|unfortunately|afraid|i am afraid) [that]",
    "how (do|can|would|should) (i|we|you)",
    "(let us|let's|time to)",
    "(show|give|send|tell|get|find|let) (me|us) [know|see]",
    "checking (if|whether)",
)
# Said after it.
CLOSINGS = (
    "please|pls|plz|thanks|thank you|thank you very much|many thanks|cheers|asap|if possible|at all"
    "|as soon as possible|if that is ok|if that is okay|if you can|i am afraid|for me please|kind regards|x"
)
