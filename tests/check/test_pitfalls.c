/* The four pitfalls of a page, each with the line that shows it, on drafts without a brief. */

#include "harness.h"

static struct pf_rubric *rubric;

static int load(void **state)
{
	(void)state;
	rubric = test_rubric("canonical");
	return 0;
}

static int unload(void **state)
{
	(void)state;
	pf_rubric_free(rubric);
	return 0;
}

#define HEAD    "# PR/FAQ: Lane Post\n\n## Press release\n\n"
#define DAY     "On 3 May 2027 Fernhill announced Lane Post.\n\n"
#define TROUBLE "Each week 900 people in 40 villages wait 50 minutes for a van.\n\n"
#define NEWS                                                                                  \
	"On 3 May 2027 Fernhill announced Lane Post, a board of vans that stands in each of " \
	"its 40 villages."
#define OFFER                                                                                 \
	"Lane Post draws vans on a board that is made of oak, with a lamp for each van and "  \
	"a bell that rings twice. It keeps the lamps in order, writes the names beside each " \
	"of the lamps in chalk, and moves the lamp of a van that is late, so that the board " \
	"is never empty."
#define LOSS "Each week 900 people cannot know when the van comes, and lose 50 minutes.\n\n"
#define GAIN "The wait falls from 50 minutes to 10 minutes in 40 villages.\n\n"
#define LONG                                                                                \
	"The board hangs under the eaves of the old post office, where the baker and the "  \
	"smith pass by at six. A lamp of its own glows for the van from the north, and a "  \
	"smaller one for the van from the quarry. Children read the names aloud while "     \
	"their mothers fold the washing. When snow lies on the pass, the north lamp turns " \
	"red and stays so until noon. The driver rings from the last farm, and a keeper "   \
	"moves the peg one hole to the left. Nobody has to stand in the wind with a sack "  \
	"of flour, for the bell carries as far as the mill. In summer the wood is oiled "   \
	"twice, and the brass hooks are rubbed with ash. A lid of tin keeps rain from the " \
	"chalk, and swallows from the ledge. Whoever comes late from the field looks up "   \
	"once and knows whether to run or to walk. The keeper is paid by the parish, "      \
	"lives above the shop, and takes one evening off. Her nephew learned to set the "   \
	"pegs when he was nine, and does it on market days. At night the lamps are turned " \
	"low, so that the street sleeps, and a single candle shows where the first van "    \
	"will stop. Old Marten, who mended clocks, cut the letters and would take no "      \
	"money for them. A second board was made for the ferry, of ash instead of oak, "    \
	"and hangs by the landing. There the letters are white, since mist comes off the "  \
	"river before dawn. Farmers bring eggs to the keeper and hear which van took the "  \
	"calves. Strangers are told to wait by the well, and most of them do. When a "      \
	"wheel breaks, a flag goes up beside the lamp, and the smith sees it from his "     \
	"door. Each spring the whole row is taken down, counted, scrubbed and hung again "  \
	"before the fair. "
#define ASKED HEAD DAY TROUBLE GAIN "## FAQ\n\n**What about the drivers?**\n"

/* Line of each pitfall, 0 where it is not to be found; in the order of enum pf_pitfall. */
static const struct {
	const char *draft;
	uint32_t lines[PF_PITFALLS];
} cases[] = {
	/* A problem with a number, a day, and nothing claimed without one. */
	{HEAD "On 3 May 2027 Fernhill announced Lane Post.\n\n"
	      "Each week 900 people in 40 villages wait 50 minutes for a van.\n\n"
	      "Lane Post names the hour. The wait falls from 50 minutes to 10 minutes.\n",
	 {0, 0, 0, 0}},
	/* Four bullets before any number, as bullets and as lines that lost them. */
	{HEAD "On 3 May 2027 Fernhill announced Lane Post.\n\n"
	      "Lane Post offers:\n\n- A map\n- A page\n- A list\n- A bell\n\n"
	      "The wait falls from 50 minutes to 10 minutes in 40 villages.\n",
	 {9, 0, 0, 0}},
	{HEAD "On 3 May 2027 Fernhill announced Lane Post.\n\n"
	      "Lane Post offers more.\n\n### Core features\n\nA map of vans\n\nA page of hours\n\n"
	      "A list of doors\n\nA bell for all\n\nA book of times\n\n### Results\n\n"
	      "The wait falls from 50 minutes to 10 minutes in 40 villages.\n",
	 {11, 0, 0, 0}},
	/* A goal first: the same list is what serves it. A number of the problem is no goal. */
	{HEAD
	 "On 3 May 2027 Fernhill announced Lane Post: the wait falls from 50 minutes to 10.\n\n"
	 "Each week 900 people in 40 villages wait 50 minutes for a van.\n\n"
	 "Lane Post offers:\n\n- A map\n- A page\n- A list\n- A bell\n",
	 {0, 0, 0, 0}},
	{HEAD "On 3 May 2027 Fernhill announced Lane Post.\n\n"
	      "Each week 900 people in 40 villages wait 50 minutes for a van.\n\n"
	      "Lane Post offers:\n\n- A map\n- A page\n- A list\n- A bell\n\n" GAIN,
	 {11, 0, 0, 0}},
	/* Numbered parts that have names are features; a number in what is offered is no goal. */
	{HEAD DAY TROUBLE "Lane Post has four parts and sees vans up to 3 km away:\n\n"
			  "1. **Van finder.** It looks.\n2. **Hour book**: it writes.\n"
			  "3. **Door bell** - it rings.\n4. **Village list.** It counts.\n\n" GAIN,
	 {11, 0, 0, 0}},
	{HEAD DAY TROUBLE "A villager does this:\n\n1. **Look** at the map\n2. **Touch** a door\n"
			  "3. **Say** yes\n4. **Wait** for the van\n\n" GAIN,
	 {0, 0, 0, 0}},
	/* The offer at length before the trouble, though a number is aimed at below; the news may
	 * tell of it first. */
	{HEAD NEWS "\n\n" OFFER "\n\n" LOSS GAIN, {7, 0, 0, 0}},
	{HEAD NEWS " " OFFER "\n\n" LOSS GAIN, {0, 0, 0, 0}},
	{HEAD NEWS "\n\n" OFFER " You see yours from the door.\n\n" LOSS GAIN, {0, 0, 0, 0}},
	/* A long paragraph of the offer alone; and where "few" only reads like a trouble in it. */
	{HEAD NEWS " " OFFER " " LONG "\n\n" LOSS GAIN, {5, 0, 0, 0}},
	{HEAD NEWS " Villagers are allowed a limited number of lamps a day. It draws each of them "
		   "with a bell that rings twice.\n",
	 {5, 0, 0, 0}},
	/* Below a trouble that is told the same list is what serves it. */
	{HEAD DAY LOSS "Lane Post offers:\n\n- A map\n- A page\n- A list\n- A bell\n\n" GAIN,
	 {0, 0, 0, 0}},
	/* News in the makers' terms, before the trouble; a term or two are none. */
	{HEAD "On 3 May 2027 Fernhill announced Lane Post, an open-source gRPC server with an API "
	      "and a runtime for each of the 40 villages.\n\n" LOSS GAIN,
	 {5, 0, 0, 0}},
	{HEAD "On 3 May 2027 Fernhill announced Lane Post, an open-source board with an API for "
	      "each of the 40 villages.\n\n" LOSS GAIN,
	 {0, 0, 0, 0}},
	/* The headline above its dateline is told so as well; what the page calls the product, and
	 * what everybody says, are no terms, and one term twice is one. */
	{HEAD
	 "### Fernhill announces an open-source gRPC server\n\n**Exeter, 3 May 2027** - Lane "
	 "Post is a board with an API and a runtime for each of the 40 villages.\n\n" LOSS GAIN,
	 {5, 0, 0, 0}},
	{"# PR/FAQ: LanePost\n\n## Press release\n\nOn 3 May 2027 Fernhill announced LanePost, an "
	 "open-source server whose API prints PDFs in each of the 40 villages, and APIs for "
	 "servers.\n\n" LOSS GAIN,
	 {0, 0, 0, 0}},
	/* A name that is a plain word where it has no capital is a term as well. */
	{HEAD "On 3 May 2027 Fernhill announced Lane Post, an open-source board on Azure with an "
	      "API, Prisma and a runtime for each of the 40 villages.\n\n" LOSS GAIN,
	 {5, 0, 0, 0}},
	{HEAD "On 3 May 2027 Fernhill announced Lane Post, an azure open-source board with an "
	      "API, a prisma and a runtime for each of the 40 villages.\n\n" LOSS GAIN,
	 {0, 0, 0, 0}},
	/* The same terms where no trouble is told at all, whatever is counted. */
	{HEAD "On 3 May 2027 Fernhill announced Lane Post, an open-source gRPC server with an API "
	      "and a runtime for each of the 40 villages.\n\nSales go from 50 to 90 loaves.\n",
	 {5, 0, 0, 0}},
	/* The offer under a heading of its own above that of the trouble, whomever it speaks of. */
	{HEAD NEWS "\n\n### Product overview\n\n" OFFER " You see yours from the door.\n\n"
		   "### The problem\n\n" LOSS GAIN,
	 {9, 0, 0, 0}},
	/* A summary that goes on to a third paragraph. */
	{HEAD "### Summary\n\n" NEWS "\n\nIt comes with a bell.\n\n" OFFER
	      "\n\n### The problem\n\n" LOSS GAIN,
	 {11, 0, 0, 0}},
	/* A paragraph of pains tells the trouble, though it speaks of what is built. */
	{HEAD DAY "While boards show where a van is, they break, miss it, and fail when it is "
		  "late.\n\nLane Post is a board with:\n\n- A map\n- A page\n- A list\n- A "
		  "bell\n\n### The problem\n\n" LOSS GAIN,
	 {0, 0, 0, 0}},
	/* A release with no questions below it is read alike. */
	{HEAD DAY "Lane Post draws every van on a map and writes its hour beside it.\n",
	 {5, 0, 0, 0}},
	/* A line that tells a gain is none. */
	{HEAD DAY TROUBLE
	 "Lane Post offers:\n\n- A map\n- A page\n- A list that cuts the round by 20 "
	 "minutes\n- A bell\n\n" GAIN,
	 {0, 0, 0, 0}},
	/* Questions are no features. */
	{HEAD "On 3 May 2027 Fernhill announced Lane Post.\n\n"
	      "Lane Post answers:\n\n- Is it near?\n- Is it late?\n- Is it full?\n- Is it mine?\n\n"
	      "The wait falls from 50 minutes to 10 minutes in 40 villages.\n",
	 {0, 0, 0, 0}},
	/* Numbered steps say how it is used. */
	{HEAD "On 3 May 2027 Fernhill announced Lane Post.\n\n"
	      "Lane Post works so:\n\n1. Look at the map\n2. Touch a door\n3. Say yes\n4. Wait\n\n"
	      "The wait falls from 50 minutes to 10 minutes in 40 villages.\n",
	 {0, 0, 0, 0}},
	/* More is claimed than counted; the same word again is no other claim. */
	{HEAD "On 3 May 2027 Fernhill announced Lane Post.\n\n"
	      "Many people wait too long for a van, and it costs them a lot of time.\n\n"
	      "Lane Post improves the wait. It is highly liked by villagers. "
	      "One van serves 40 villages.\n",
	 {0, 7, 0, 0}},
	{HEAD "On 3 May 2027 Fernhill announced Lane Post.\n\n"
	      "Many people wait too long for a van, and many of them walk.\n\n"
	      "Lane Post improves the wait. It improves the walk. "
	      "One van serves 40 villages.\n",
	 {0, 0, 0, 0}},
	/* What makes it fit for all is work like what it is assembled from; denied it is none. */
	{HEAD DAY TROUBLE "Lane Post names the hour. It has multi-tenancy, role-based access, an "
			  "audit log, webhooks, Redis and OCR.\n\n" GAIN,
	 {0, 0, 0, 9}},
	{HEAD DAY TROUBLE
	 "Lane Post names the hour. It has no multi-tenancy, role-based access, an "
	 "audit log, webhooks, Redis and OCR.\n\n" GAIN,
	 {0, 0, 0, 0}},
	/* Who counts his parts builds so many; a few of them only tell how it is made. */
	{HEAD DAY TROUBLE "Lane Post names the hour by nine small modules.\n\n" GAIN, {0, 0, 0, 9}},
	{HEAD DAY TROUBLE "Lane Post names the hour and scores vans on nine dimensions.\n\n" GAIN,
	 {0, 0, 0, 0}},
	{HEAD DAY TROUBLE "Lane Post names the hour by three small modules, and shows it on nine "
			  "boards.\n\n" GAIN,
	 {0, 0, 0, 0}},
	{HEAD DAY TROUBLE "Lane Post names the hour.\n\n" GAIN
			  "## FAQ\n\n**What do others sell?**\nNine modules.\n",
	 {0, 0, 0, 0}},
	/* Counted in the answers, and so not vague; where nothing is counted loose talk is a claim.
	 */
	{HEAD DAY "Many people wait too long for a van, and it costs them a lot of time.\n\n"
		  "Lane Post improves the wait. It is highly liked by villagers.\n\n"
		  "## FAQ\n\n**What does it cost?**\n$900 for 300 stops, and $200 a month.\n",
	 {0, 0, 0, 0}},
	{HEAD DAY "Most people wait too long for a van, and some walk.\n\n"
		  "Lane Post improves the wait.\n",
	 {0, 7, 0, 0}},
	{HEAD DAY "Villagers cannot know when the van comes, and wait.\n\n"
		  "Lane Post tells them in a matter of minutes, in no time, and a whole lot "
		  "better.\n",
	 {0, 9, 0, 0}},
	{HEAD DAY "Most people wait too long for a van, and some walk.\n\n"
		  "Lane Post improves the wait.\n\n## FAQ\n\n**What does a round cost?**\n$900.\n",
	 {0, 0, 0, 0}},
	/* How things differ is no gain, whatever word of degree tells it. */
	{HEAD DAY TROUBLE
	 "Lane Post names the hour, and hours vary considerably. The wait falls from 50 "
	 "minutes to 10 minutes.\n\n## FAQ\n\n**How far apart are they?**\nThey differ "
	 "considerably, and change dramatically in winter.\n",
	 {0, 0, 0, 0}},
	/* A degree of room or time is an amount claimed in words as well. */
	{HEAD "On 3 May 2027 Fernhill announced Lane Post.\n\n"
	      "Villagers cannot know when the van comes, wait for extended periods, and large "
	      "volumes of post get "
	      "wet.\n\n"
	      "Lane Post names the hour, and they find it effortlessly.\n",
	 {0, 7, 0, 0}},
	/* Nothing is counted, and nothing claimed. */
	{HEAD "On 3 May 2027 Fernhill announced Lane Post.\n\n"
	      "Villagers cannot know when the van comes, and it is frustrating.\n\n"
	      "Lane Post names the hour, and so they wait at home.\n",
	 {0, 0, 0, 0}},
	/* A number that says what changes weighs more than a word of praise. */
	{HEAD "On 3 May 2027 Fernhill announced Lane Post.\n\n"
	      "Many people wait too long for a van, and it costs them a lot of time.\n\n"
	      "Lane Post improves the wait. "
	      "The wait falls from 50 minutes to 10 minutes.\n",
	 {0, 0, 0, 0}},
	/* No day, no money, no rule; each of them is enough. */
	{HEAD "Fernhill announced Lane Post.\n\n"
	      "Each week 900 people in 40 villages wait 50 minutes for a van.\n\n"
	      "## FAQ\n\n**Who is it for?**\nVillagers.\n",
	 {0, 0, 9, 0}},
	{HEAD "Fernhill announced Lane Post.\n\n"
	      "Each week 900 people in 40 villages wait 50 minutes for a van.\n\n"
	      "## FAQ\n\n**What does it cost?**\nNothing.\n",
	 {0, 0, 0, 0}},
	{HEAD "Fernhill announced Lane Post.\n\n"
	      "Each week 900 people in 40 villages wait 50 minutes for a van.\n\n"
	      "## FAQ\n\n**Who sees it?**\nThe law on post forbids others to look.\n",
	 {0, 0, 0, 0}},
	{HEAD "Fernhill announced Lane Post.\n\n"
	      "Each week 900 people in 40 villages wait 50 minutes for a van.\n\n"
	      "## FAQ\n\n**When does it open?**\nIn spring.\n",
	 {0, 0, 0, 0}},
	/* The whole system at once; what is said to be left out forgives it. */
	{HEAD "On 3 May 2027 Fernhill announced Lane Post.\n\n"
	      "Each week 900 people in 40 villages wait 50 minutes for a van.\n\n"
	      "Lane Post is an end-to-end set of micro-services, built from scratch, highly "
	      "scalable and worldwide, with a marketplace.\n",
	 {0, 0, 0, 9}},
	{HEAD "On 3 May 2027 Fernhill announced Lane Post.\n\n"
	      "Each week 900 people in 40 villages wait 50 minutes for a van.\n\n"
	      "Lane Post is an end-to-end set of micro-services, built from scratch, highly "
	      "scalable and worldwide, with a marketplace. Fares are out of scope.\n",
	 {0, 0, 0, 0}},
	/* The release offers, and only its questions say what for; a trouble or a number is enough.
	 */
	{HEAD "On 3 May 2027 Fernhill announced Lane Post.\n\n"
	      "Lane Post draws every van on a map and writes its hour beside it.\n\n"
	      "## FAQ\n\n**What is it for?**\n900 villagers wait 50 minutes, and shall wait 10.\n",
	 {5, 0, 0, 0}},
	{HEAD DAY TROUBLE
	 "Lane Post draws every van on a map and writes its hour beside it.\n\n" GAIN
	 "## FAQ\n\n**What is it for?**\nShort waits.\n",
	 {0, 0, 0, 0}},
	/* A gain is promised, and a word of degree stands where the amount is due: in the offer, in
	 * an answer, in a bullet, and for what is measured. */
	{HEAD DAY TROUBLE "Lane Post names the hour, and the wait falls noticeably.\n\n" GAIN,
	 {0, 9, 0, 0}},
	{ASKED "The map relieves them considerably.\n", {0, 14, 0, 0}},
	{HEAD DAY TROUBLE GAIN "## Benefits\n\n- Far fewer cold feet\n- Dry coats\n",
	 {0, 13, 0, 0}},
	{HEAD DAY TROUBLE GAIN "## Metrics\n\n- Primary: villagers on foot, to fall markedly\n",
	 {0, 13, 0, 0}},
	/* A day or what is so today is no amount, and than today is no measure. */
	{ASKED "We want the round of 90 minutes to shrink noticeably within two years.\n",
	 {0, 14, 0, 0}},
	{ASKED "We want far fewer of them out after 18 minutes.\n", {0, 14, 0, 0}},
	{ASKED "The goal is a clear reduction of the round.\n", {0, 14, 0, 0}},
	{ASKED "They will be on time more often than today.\n", {0, 14, 0, 0}},
	{ASKED "The round shrinks noticeably, from 90 minutes to 70 minutes.\n", {0, 0, 0, 0}},
	{ASKED "They will be on time more often.\n", {0, 14, 0, 0}},
	{ASKED "They will ask for more vans.\n", {0, 0, 0, 0}},
	{ASKED "We read what they write to improve the map.\n", {0, 0, 0, 0}},
	{ASKED "We want it to become far shorter than the round of the bus.\n", {0, 14, 0, 0}},
	{ASKED "The fare stays clearly below that of the bus.\n", {0, 14, 0, 0}},
	{HEAD DAY TROUBLE GAIN
	 "## Benefits\n\n| Who | What |\n|---|---|\n| Villagers | Far fewer cold feet |\n",
	 {0, 15, 0, 0}},
	{HEAD DAY TROUBLE GAIN
	 "## Benefits\n\n| What | By |\n|---|---|\n| Far fewer cold feet | 40% |\n",
	 {0, 0, 0, 0}},
	{ASKED "They have a clear view of the road.\n", {0, 0, 0, 0}},
	/* No promise: without a degree, denied, doubted, on a condition, weighed, asked, said by
	 * others, or with its number in the sentence or beside it. */
	{ASKED "They will be home sooner.\n", {0, 0, 0, 0}},
	{ASKED "A driver shortens his round with it.\n", {0, 0, 0, 0}},
	{ASKED "The map does not relieve them considerably.\n", {0, 0, 0, 0}},
	{ASKED "They will wait considerably less, though I doubt it.\n", {0, 0, 0, 0}},
	{ASKED "If it greatly shortens the round, they will know.\n", {0, 0, 0, 0}},
	{ASKED "It might relieve them considerably.\n", {0, 0, 0, 0}},
	{ASKED "A second van would greatly shorten the round.\n", {0, 0, 0, 0}},
	{ASKED "They will be on time more often than the post.\n", {0, 0, 0, 0}},
	{ASKED "Does it relieve them considerably?\n", {0, 0, 0, 0}},
	{ASKED "They are far better at it.\n", {0, 14, 0, 0}},
	{ASKED "One said \"it relieves us greatly\" and left.\n", {0, 0, 0, 0}},
	{ASKED "It shortens the round by 9 minutes.\n", {0, 0, 0, 0}},
	{HEAD DAY TROUBLE
	 "The wait shrinks noticeably. It names the hour. The wait falls from 50 minutes to 10 "
	 "minutes.\n\nThe round falls from 90 minutes to 70 minutes.\n",
	 {0, 0, 0, 0}},
	/* Many kinds of thing for one need, once each; fewer where they are a list. */
	{HEAD DAY TROUBLE "Lane Post is a portal with a planner. A score ranks the vans, and an "
			  "assistant answers. A leaderboard names the best.\n\n" GAIN,
	 {0, 0, 0, 9}},
	{HEAD DAY TROUBLE "Lane Post is a portal. The portal has a planner, and planners use the "
			  "portals.\n\n" GAIN,
	 {0, 0, 0, 0}},
	{HEAD DAY TROUBLE "Lane Post has:\n\n- A portal for all\n- A planner for vans\n"
			  "- An assistant for questions\n- A score for drivers\n\n" GAIN,
	 {11, 0, 0, 11}},
	{HEAD DAY TROUBLE
	 "Lane Post is a portal with a planner that learns by AI, machine learning and "
	 "algorithms.\n\n" GAIN,
	 {0, 0, 0, 0}},
	/* Six kinds are more than a longer release speaks of in passing, five are not. */
	{HEAD DAY LOSS OFFER " " LONG
			     "It has a portal with a planner. A score ranks the vans, and an "
			     "assistant answers. A leaderboard names the best, and badges go to "
			     "them.\n\n" GAIN,
	 {0, 0, 0, 9}},
	{HEAD DAY LOSS OFFER " " LONG
			     "It has a portal with a planner. A score ranks the vans, and an "
			     "assistant answers. A leaderboard names the best.\n\n" GAIN,
	 {0, 0, 0, 0}},
	/* Six technologies are named in the offer, once each; five say where it runs. */
	{HEAD DAY TROUBLE
	 "Lane Post runs on Redis, Kafka, Next.js, React and Docker with a vector database, "
	 "and names the hour.\n\n" GAIN,
	 {0, 0, 0, 9}},
	{HEAD DAY TROUBLE "Lane Post runs on Redis, Kafka, Redis, Docker and React with a vector "
			  "database, and names the hour.\n\n" GAIN,
	 {0, 0, 0, 0}},
	{HEAD DAY TROUBLE "How it is made:\n\n- **Store**: Postgres with pgvector\n"
			  "- **Queue**: pub/sub on Kafka\n- **Pages**: Node.js on Docker\n\n" GAIN,
	 {0, 0, 0, 11}},
	/* A plain word is no name. */
	{HEAD DAY TROUBLE "Lane Post lets a clerk react to a flask, a rag and a stripe of celery, "
			  "and names the hour.\n\n" GAIN,
	 {0, 0, 0, 0}},
	/* It is what the trouble comes from, or who asks. */
	{HEAD DAY "Each week 900 people in 40 villages lose 50 minutes to Redis, Kafka, Next.js, "
		  "React, Docker and a vector database.\n\nLane Post names the hour.\n\n" GAIN,
	 {0, 0, 0, 0}},
	{ASKED "They run on Redis, Kafka, Next.js, React and Docker with a vector database.\n",
	 {0, 0, 0, 0}},
	/* What is cut down may name two more. */
	{HEAD DAY TROUBLE
	 "Lane Post runs on Redis, Kafka, Next.js, React and Docker with a vector database, "
	 "and names the hour. Fares are out of scope.\n\n" GAIN,
	 {0, 0, 0, 0}},
	{HEAD DAY TROUBLE
	 "Lane Post runs on Redis, Kafka, Next.js, React, SQLite, Docker and Terraform with "
	 "a vector database, and names the hour. Fares are out of scope.\n\n" GAIN,
	 {0, 0, 0, 9}},
	/* A prototype that somebody else struggles with cuts nothing. */
	{HEAD DAY "Each week 900 people in 40 villages lose 50 minutes to a prototype of ours.\n\n"
		  "Lane Post runs on Redis, Kafka, Next.js, React and Docker with a vector "
		  "database, and names the hour.\n\n" GAIN,
	 {0, 0, 0, 9}},
	/* What is said to be cut may hold two kinds more; more than that is not cut by the word. */
	{HEAD DAY TROUBLE "Lane Post is a portal with a planner. A score ranks the vans, and an "
			  "assistant answers. A leaderboard names the best. The minimum viable "
			  "product is the planner alone.\n\n" GAIN,
	 {0, 0, 0, 0}},
	{HEAD DAY TROUBLE
	 "Lane Post is a portal with a planner. A score ranks the vans, and an "
	 "assistant answers. A leaderboard names the best, badges go to them, and "
	 "a wallet pays. The minimum viable product is the planner alone.\n\n" GAIN,
	 {0, 0, 0, 9}},
	/* Who they are is nothing built. */
	{HEAD DAY TROUBLE "Lane Post has:\n\n- A portal for app teams\n- A planner for platform "
			  "engineers\n- A list for bot owners\n\n" GAIN,
	 {0, 0, 0, 0}},
	/* A name is no thing, what is done is not built, and where to get it is not one more. */
	{HEAD DAY TROUBLE
	 "Lane Post, from those behind Beacon, is a portal with a planner. Drivers can score the "
	 "round, and an assistant answers.\n\n" GAIN,
	 {0, 0, 0, 0}},
	{HEAD DAY TROUBLE "Lane Post is a portal with a planner, and an assistant answers.\n\n" GAIN
			  "**Getting started.** It is in each shop as a kiosk.\n",
	 {0, 0, 0, 0}},
	{HEAD DAY TROUBLE "Lane Post names the hour.\n\n" GAIN
			  "## FAQ\n\n**What do others sell?**\nA portal, a planner, a score and an "
			  "assistant.\n",
	 {0, 0, 0, 0}},
};

static void each_is_shown_by_its_line(void **state)
{
	size_t wrong = 0;

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct pf_check check = test_check(rubric, cases[i].draft, NULL);

		for (int p = 0; p < PF_PITFALLS; p++) {
			const struct pf_pitfall_score *s = &check.card.pitfalls[p];
			uint32_t line = s->found ? pf_doc_place(check.doc, s->span.begin).line : 0;

			if (line != cases[i].lines[p]) {
				print_error("case %zu: %s on line %u, not %u: %s\n%s\n", i,
					    pf_pitfall_name((enum pf_pitfall)p), line,
					    cases[i].lines[p], s->why, cases[i].draft);
				wrong++;
			}
			if (s->found)
				assert_true(s->why[0] && s->span.begin < s->span.end);
		}
		pf_check_release(&check);
	}
	assert_int_equal(wrong, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_is_shown_by_its_line),
	};

	return cmocka_run_group_tests(tests, load, unload);
}
