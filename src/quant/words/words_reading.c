/* The words by which a whole clause is read: when what it tells is so, whether that hurts, how long
 * it takes, whom it concerns. */
#include "parse.h"
#include "word.h"

/* clang-format off */
const struct lex_row lex_reading_words[] = {
	/* When it is so, said by one word */
	{"yesterday ago formerly previously originally historically hitherto once", LEX_ERA, ERA_PAST, ""},
	{"today now currently presently nowadays still far", LEX_ERA,
	 ERA_NOW, ""},
	{"tomorrow eventually afterwards thereafter", LEX_ERA, ERA_LATER, ""},
	{"last previous", LEX_ERA_OF, ERA_PAST, ""},
	{"this", LEX_ERA_OF, ERA_NOW, ""},
	{"next coming", LEX_ERA_OF, ERA_LATER, ""},
	{"with using once under after", LEX_OPENING, ERA_LATER, ""},
	{"before without", LEX_OPENING, ERA_PAST, ""},
	{"the our this ours", LEX_OPENING, ERA_NONE, ""},
	CUE(LEX_PLANNED,
	    "we'd they'd aiming we'll it'll planned projected forecast stretch expected intended"),
	CUE(LEX_PRESENT, "is are has have am account accounts"),

	/* What hurts: whoever tells how much of it there is tells of today */
	CUE(LEX_ILL,
	    "lose loses losing lost waste wastes wasting wasted wasteful miss misses missed missing "
	    "fail fails failed failing failure failures late lateness wrong wrongly broken break breaks empty idle "
	    "unsold unpaid unused unread unanswered overdue stuck stolen stale dead damaged spoiled spoilt "
	    "returned abandoned abandon abandonment abandons rejected refused reject rejects error errors "
	    "mistake mistakes complaint complaints complain complains delay delays delayed queue queues queueing "
	    "queuing downtime outage outages rework redo redoes retype retypes chasing chase "
	    "chases hunting hunt searching search searches leak leaks leaked churn churns cancel cancels quit quits turnover "
	    "hurt hurts injured injuries incident incidents accident accidents defect defects scrap scrapped "
	    "absence absences sick arrears shortfall spoilage throw throws thrown eat eats "
	    "skip skips skipped forget forgets forgot forgotten nobody wait waits waiting waited "
	    "manually rekey rekeys bounce bounces fraud fraudulent false breach breaches "
	    "spends spent vacant dropouts breakdowns breakdown backlog stockouts shrinkage burn burns burned burnt"),

	/* What has a time for its object */
	CUE(LEX_LASTS,
	    "take takes took taking taken wait waits waited waiting spend spends spent spending "
	    "eat eats ate need needs needed require requires required sit sits sat queue "
	    "queues queued lose loses losing lost costing eating drive drives drove walk walks walked hunting searching "
	    "averages averaged waste wastes wasted swallow swallows swallowed cost costs travel travels travelled "
	    "idle idles idled stuck stay stays linger lingers commute commutes trek cycle cycles"),

	/* What is so as a rule, and not once */
	CUE(LEX_HABIT, "average averages averaged typical usually typically median normally normal"),

	/* As many as something has room or use for, and no group that anything is for */
	CUE(LEX_SEATS, "carries carry seats seat takes sleeps houses"),

	/* Who took part in a trial, or is served */
	CUE(LEX_TRIED, "pilot pilots piloted trial tried tested survey surveyed interviewed asked serve serves served "
		       "supply supplies across"),

	/* What somebody has vowed, or means to do */
	{"promise promised promises pledge pledges pledged guarantees vows vowed undertakes undertake", LEX_VOW, 1, ""},
	{"expect expects aim aims hope hopes hoped plan plans intend intends want wants", LEX_VOW, 0, ""},
	{"commit commits committed committing guarantee demand demands demanded insist insists", LEX_VOW, 2, ""},
	{"asked", LEX_VOW, 3, ""}, /* "for" */

	/* Terms: prices and what a contract says are no level that is measured */
	CUE(LEX_TERMS,
	    "fee fees commission commissions interest deposit grant grants subsidy insurance insurer policy warranty "
	    "guarantee refund refunds refunded discount tax vat duty price prices priced pricing tariff "
	    "charge charges charged subscription subscribers licence license pays covers covered covering "
	    "deductible excess royalty royalties tuition rent cancel deleted valid free cap capped capital stake shares "
	    "equity loan contract minimum maximum limit budget"),

	/* What has a group for its object */
	CUE(LEX_AFFECTS,
	    "concern concerns concerned affect affects affected affecting cover covers covering serve "
	    "serves serving served include includes including involve involves involved across among "
	    "amongst reach reaches reaching represents represent represented interviewed surveyed asked polled "
	    "between"),

	/* Groups, where nothing else is said of their number */
	CUE(LEX_GROUP,
	    "pupils apprentices trainees interns hotels vans depots plants kitchens studios garages gyms salons "
	    "offices theatres cinemas courts prisons nurseries colleges universities airports churches charities "
	    "cooperatives dormitories drivers trainers volunteers buildings blocks factories mills breweries "
	    "laboratories barns clubs greenhouses orchards vineyards ranches stables stations terminals parishes "
	    "communes franchisees centres centers labs lines routes boats ships buses trams trains machines desks tills "
	    "municipalities flats lifts elevators bridges wells bikes bicycles scooters planes "
	    "trailers jobs islands provinces boroughs suburbs campuses halls venues playgrounds "
	    "cows sheep goats horses dogs animals trees dairies headcount greengrocers landfills"),

	/* Metrics known by their letters: what stands behind is their value, no part of a name */
	CUE(LEX_METRIC,
	    "nps csat ces mau wau dau arr mrr gmv aov ltv clv cac arpu mttr mttd mtbf roi nrr grr otif "
	    "asa aht fcr"),

	/* What has its day without a date */
	CUE(LEX_OCCASION,
	    "term semester season harvest launch spring summer autumn winter holidays "
	    "election opening meeting review audit renewal budget conference deadline rollout "
	    "exams playoffs anniversary"),
	{0},
};
/* clang-format on */
