/* The words of a claim: verbs and nouns of change, of aim, of rest; and of whom it is one. */
#include "lexicon.h"

/* clang-format off */
const struct lex_row lex_claim_words[] = {
	/* Growth */
	CUE(LEX_UP,
	    "grow grows grew grown growing growth increase increases increased increasing rise "
	    "rises rose risen rising raise raises raised raising climb climbs climbed climbing "
	    "gain gains gained gaining improve improves improved improving improvement boost "
	    "boosts boosted boosting lift lifts lifted lifting uplift jump jumps jumped jumping "
	    "surge surges surged expand expands expanded expansion accelerate accelerates "
	    "accelerated up soar soars soared add adds added adding hike advance advanced advances "
	    "double doubles doubled triple triples tripled increment uplifts speedup outperform "
	    "outperforms outperformed recover recovers recovered increments deepens widen widens "
	    "widened extend extends extended enlarge enlarges strengthen strengthens strengthened "
	    "multiply multiplies escalate escalates rebound rebounds rebounded swell swells swelled "
	    "mount mounts mounted spike spikes spiked skyrocket skyrockets skyrocketed creep creeps "
	    "crept edge edges edged quadruple quadruples quadrupled"),

	/* Fall */
	CUE(LEX_DOWN,
	    "reduce reduces reduced reducing reduction reductions fall falls fell fallen falling "
	    "drop drops dropped dropping cut cuts cutting decrease decreases decreased decreasing "
	    "decline declines declined declining lower lowers lowered lowering shrink shrinks "
	    "shrank shrunk shrinking save saves saved saving savings shorten shortens shortened "
	    "slash slashes slashed trim trims trimmed down shed halve halves halved dip dips "
	    "slip slips slipped slipping dipped slump slumped shave shaves shaved decelerate minimize off discount slide "
	    "slides slid eliminate eliminates eliminated remove removes removed removing erase "
	    "erases tumble tumbles tumbled plunge plunges plunged eases eased losses shortening "
	    "slashing trimming shaving halving minimizes minimise lessen lessens contracted "
	    "compress compresses compressed sink sinks sank discounted slow slows slowed slowing "
	    "weaken weakens weakened soften softens narrow narrows narrowed narrowing curb curbs "
	    "curbed dwindle dwindles dwindled plummet plummets plummeted diminish diminishes "
	    "diminished hurt hurts hurting dent dents recede recedes receded erode erodes eroded"),

	/* Either way; "back" where something is won back */
	CUE(LEX_CHANGE,
	    "back go goes went move moves moved moving change changes changed shift shifts shifted "
	    "turn turns turning turned become becomes became bring brings brought replace replaces "
	    "replaced replacing swap swaps swapped"),

	/* Nouns of change that follow their number: "a 12 % increase" */
	CUE(LEX_NOMINAL,
	    "increase increases growth rise gain gains improvement improvements boost lift uplift "
	    "jump surge expansion up hike advance increment reduction reductions fall drop drops "
	    "cut cuts decrease decreases decline declines saving savings dip slump discount off "
	    "down loss losses speedup acceleration shrinkage swing saved gained"),

	/* Comparatives up */
	CUE(LEX_BETTER,
	    "more higher faster greater larger bigger better quicker longer above taller further "
	    "stronger heavier wider deeper farther hotter richer older warmer louder thicker brighter"),

	/* And down */
	CUE(LEX_WORSE,
	    "less fewer lower slower smaller shorter below cheaper worse lighter narrower cooler colder "
	    "quieter thinner"),

	/* Aim */
	CUE(LEX_REACH,
	    "reach reaches reached reaching hit hits hitting achieve achieves achieved achieving "
	    "attain attains attained settle settles settled exceed exceeds exceeded exceeding surpass surpasses "
	    "surpassed tops topped cross crosses crossed target targets targeted targeting goal "
	    "goals objective aim aims aimed aiming get gets getting pass passes passed"),

	/* A level that is kept */
	CUE(LEX_HOLD,
	    "keep keeps kept keeping stay stays stayed staying hold holds held holding remain "
	    "remains remained remaining maintain maintains maintained maintaining sit sits "
	    "plateau plateaus stabilise stabilises stabilize stabilizes sustain sustains"),

	/* What a count of people did: "75 k users signed up" */
	CUE(LEX_JOIN,
	    "sign signs signed join joins joined enroll enrol enrolls enrols enrolled register "
	    "registers registered adopt adopts adopted subscribe subscribes subscribed activate "
	    "activates activated opt opts opted onboarded migrate migrates migrated convert "
	    "converts converted download downloads downloaded"),

	/* Names of a value: "target: 40 %", "the goal for Q4 is 40 %", "baseline of 29 %" */
	{"target goal objective aim goals targets threshold promise slo sla commitment pledge ambition guarantee", LEX_ROLE, PF_ROLE_TARGET, ""},
	{"baseline current currently today today's previously status actual", LEX_ROLE, PF_ROLE_BASELINE,
	 ""},

	/* Of what has happened */
	CUE(LEX_PAST,
	    "wrote told sent gave got made met found bought sold built drove heard felt knew taught "
	    "thought brought caught chose drew ate flew forgot grew grown fell fallen rose risen dropped declined decreased increased climbed "
	    "jumped surged soared shrank slipped sank was were had did has announced launched "
	    "began started ended released shipped opened closed published founded happened took "
	    "went came cost paid spent saw ran since ago stayed kept held remained maintained "
	    "stopped lost hid needed waited lasted averaged stood sat reached doubled tripled quadrupled halved slowed made won led"),

	/* Other verbs: never the noun that is measured */
	CUE(LEX_VERB,
	    "pay pays paid paying spends spent spending need needs needed require requires "
	    "required give gives gave given send sends sent assume assumes assumed expect expects "
	    "expected see sees saw seen show shows showed find finds found uses used using want "
	    "wants wanted waited make makes made making builds built ask asks asked buy buys "
	    "bought sell sells sold lets let allow allows allowed helps helped provide provides "
	    "provided offered include includes included contain contains contained invest invests "
	    "invested launched ships shipped starts started begin begins began arrive arrives "
	    "arrived leave leaves left covers covered carries carried handle handles handled "
	    "serve serves served processed ran runs run running know knows think thinks say says "
	    "said reported misses lack lacks lacked lists listed employ employs employed earn "
	    "earns earned charged finishes finished complete completes completed opens opened "
	    "closes closed receive receives received supported happen happens happened compare "
	    "compares compared measured means meant estimated planned choose chooses chose chosen "
	    "visited worked works fixes deliver delivers delivered come comes came land lands landed returned averaged totaled equal "
	    "equals booked deploy deploys deployed apply applies applied connect connects "
	    "connected consume consumes consumed generate generates generated respond responds "
	    "responded resolve resolves resolved detect detects detected try tries tried keeps "
	    "stand stands stood weigh weighs weighed walks walked seats seated affects affected "
	    "frees freed wins giving lose loses lost losing take takes took taken taking"),

	/* Where a number comes from */
	CUE(LEX_SOURCE,
	    "log logs survey surveys ledger study studies report reports tickets records audit "
	    "panel interviews register registry dashboard telemetry census poll questionnaire "
	    "transcripts source sources according"),

	/* A number to come; a letter is one where something else says so */
	{"TBD TBC TODO", LEX_TO_COME, 1, ""}, /* placeholder word */
	{"X XX XXX Y YY YYY Z ZZ ZZZ N NN NNN", LEX_TO_COME, 0, ""}, /* placeholder word */

	/* A number that is taken to be so */
	CUE(LEX_ASSUMPTION,
	    "assumption assumptions assume assumes assumed assuming estimate estimates estimated "
	    "guess guesses suppose supposing hypothesis hypotheses"),

	/* Never the noun that is measured, more of them */
	CUE(LEX_NOT_NOUN,
	    "away ago later apart each long ahead them what which whom here there why how nobody "
	    "anybody somebody everybody anyone someone everyone nothing instead"),

	/* Who is counted */
	CUE(LEX_POPULATION,
	    "users user members member customers customer people passengers riders drivers "
	    "sellers merchants buyers shoppers employees developers subscribers households "
	    "patients students teachers nurses visitors businesses companies participants "
	    "respondents accounts teams readers viewers guests volunteers engineers families "
	    "farmers stores tenants operators clients partners americans clinics clinic hospitals "
	    "hospital schools school warehouses warehouse restaurants restaurant shops shop "
	    "retailers suppliers vendors carriers couriers hosts agents advisers advisors "
	    "managers owners residents citizens travellers travelers commuters workers staff "
	    "consumers borrowers savers players creators authors artists musicians doctors "
	    "physicians caregivers parents children learners instructors professionals "
	    "freelancers founders startups organisations organizations enterprises firms banks "
	    "branches cities countries regions sites facilities farms homes apartments vehicles "
	    "trucks devices fans listeners attendees applicants candidates recruiters donors "
	    "beneficiaries prescribers pharmacists pharmacies individuals humans adults women men "
	    "voters pilots crews technicians contractors builders designers analysts "
	    "administrators admins testers researchers scientists sponsors publishers advertisers "
	    "brands dealers landlords renters homeowners passholders seniors veterans carers cooks bakers midwives cyclists pedestrians mums dads adopters callers shippers brokers lenders dentists vets plumbers electricians mechanics cleaners waiters chefs gardeners growers landowners clerks practices counties towns villages districts wards "
	    "councils libraries museums bakeries cafes pubs"),

	/* What ends as they do */
	CUE(LEX_THING,
	    "papers newspapers numbers orders reorders letters newsletters covers offers chapters corners "
	    "computers servers printers routers chargers trailers containers counters drawers towers "
	    "characters folders headers layers stickers timers scanners trackers filters posters lockers "
	    "boilers tankers answers powers headquarters strollers scooters errors doors floors sensors "
	    "detectors motors monitors tractors colours colors factors sectors flavours flavors indicators "
	    "processors generators elevators mirrors lists checklists waitlists playlists trees fees degrees "
	    "coffees committees guarantees transfers vouchers barriers meters fliers flyers buffers "
	    "registers clusters parameters dinners burgers adapters triggers freezers refrigerators "
	    "reminders identifiers banners pointers controllers wrappers handlers rollers speakers "
	    "thermometers borders shoulders hangers screwdrivers fasteners bearers tickers twists "
	    "batteries ladders cylinders spinners bumpers dryers washers dishwashers heaters coolers "
	    "toasters cookers blenders mixers lasers markers binders staplers shutters gutters rafters "
	    "ventilators incubators conveyors escalators reactors vectors editors interiors exteriors "
	    "corridors anchors razors harbours terminators connectors simulators calculators "
	    "trawlers knees bees wrists mists costs"),

	/* Between a bound and its number they say nothing: "at least another 12 %" */
	CUE(LEX_FILLER,
	    "a an the just only another our its their your first next initial last past "
	    "previous total average median exactly additional extra coming even well opening "
	    "further still mere preceding full every mean record usual normal typical"),

	/* Measured in points that are no percentages */
	CUE(LEX_SCORE, "nps csat ces score scores rating ratings index exam sat gmat"),

	/* They begin a clause */
	CUE(LEX_CLAUSE, "because while whereas although though but if when where unless"),
	{0},
};
/* clang-format on */
