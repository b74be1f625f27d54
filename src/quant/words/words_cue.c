/* Words around a number that say what it is, and what it is not. */
#include "lexicon.h"

/* clang-format off */
const struct lex_row lex_cue_words[] = {
	/* A noun whose number is a name: "step 3" */
	CUE(LEX_LABEL,
	    "flight milestone milestones bus step steps figure figures fig table tables appendix section sections chapter page "
	    "assumption hypothesis port version versions release room gate phase stage tier level grade grades model order "
	    "form building day act article item exhibit annex clause rule rfc question faq "
	    "episode season volume vol no nr id zip ext extension box suite apt apartment unit "
	    "floor line row seat station route highway interstate exit channel cat type class "
	    "category priority sev severity goal scenario option case note lesson sprint "
	    "iteration round part slide module track build ticket issue bug pr patch number delta "
	    "size terminal platform lane ward pier schedule principle tenet layer wave generation "
	    "block lot aisle dock bay booth pod cohort checkpoint slot team squad zone risk horizon footnote lines pages chapters phases rows rooms gates levels tiers versions junction verse art desk study categories scopes slides lessons session sessions title titles law questions articles clauses exhibits stages episodes footnote paragraph bullet draft "
	    "workstream lever pillar theme requirement camera server dial sku regulation directive gen code error status http cycle covid agenda checklist v V q Q a A"),

	/* The same of places, machines, vehicles, people and papers that are told apart by a number */
	CUE(LEX_LABEL,
	    "door locker shift hangar bed theatre theater machine kiosk till checkout counter court courtroom "
	    "cabin flat plot stand sector site branch depot warehouse store shop hall wing tower cell rack "
	    "shelf bin cage freezer oven tank silo vat turbine reactor furnace boiler pump valve sensor robot "
	    "crane lift elevator berth quay wharf jetty runway taxiway helipad hole pitch field paddock barn "
	    "pool heat race lap jersey shirt tram train ferry van truck lorry vehicle boat coach carriage "
	    "wagon car engine ladder precinct district centre center marker mile buoy disk shard replica worker "
	    "thread core rig shaft stall villa cottage chalet hut tent camp outlet socket hydrant pallet crate "
	    "participant respondent patient subject interviewee candidate applicant player contestant juror "
	    "witness inmate employee batch serial asset invoice receipt contract policy account claim po permit "
	    "docket commit revision experiment specimen sample vial group exercise worksheet problem example "
	    "equation theorem plate sheet map chart graph diagram photo image attachment enclosure addendum "
	    "amendment bill proposition prop statute resolution motion alarm fault film movie song album novel "
	    "scene side ground concept variant plan persona journey belt mic kennel greenhouse screen cow tribe "
	    "course recipe blend mould mold cupboard drawer lamp kit key pin feeder pen coop hive trap net lens "
	    "heading bearing knob switch fuse breaker gasket nozzle drill bridge tunnel gatehouse checkpoint outpost trail lake "
	    "stop cue bar fret string amp dimmer fader movement window gallery clip sketch kiln hopper loom printer scanner dryer burner mixer lathe vault pew grave "
	    "cable duct cabinet cubicle canister cartridge keg pylon mast winch hatch bunk manhole sluice "
	    "tray entrance shed cask fryer allergen region bundle runlevel reg card tab mark mk shade colour color toner story match ledger frame lock "
	    "division league band radio opus op para subsection recital locomotive psalm hymn sonata concerto"),

	/* Without an article they are nothing else: "to bay 12 trucks", but "in court 12 people" */
	CUE(LEX_NUMBERED,
	    "bay gate dock door lane ward room locker aisle platform terminal berth hangar kiosk till "
	    "counter rack shelf bin cage runway taxiway pier junction exit booth station desk pump "
	    "machine cell tank cabin suite apartment flat van truck scene phase step chapter"),

	/* Of several of them: "wards 3 and 5", where "wards 3" is a count */
	CUE(LEX_NUMBERS,
	    "wards lanes bays docks doors shifts platforms routes exits junctions trains flights seats bands "
	    "zones items rules forms beds lots units floors plots blocks rounds sets batches groups cohorts "
	    "terminals scenes hangars runways pumps machines tills kiosks stations sites bins racks shelves ports "
	    "buses schedules sections years weeks days paragraphs subsections recitals annexes appendices exercises "
	    "problems examples sheets maps charts columns carriages courts pitches fields tanks theatres lockers "
	    "berths booths aisles counters lifts elevators psalms hymns verses footnotes grounds"),

	/* What has versions: "portal 2.0" */
	CUE(LEX_PRODUCT,
	    "version release portal app application firmware api sdk client server driver plugin plug-in "
	    "kernel protocol library framework launcher software engine suite toolkit beta dashboard "
	    "bootloader compiler browser runtime package schema spec specification installer extension "
	    "module scheduler web os cli emr ehr crm erp pos website site platform build patch update "
	    "upgrade playbook loyalty industry edition program programme handbook curriculum template "
	    "database editor viewer wizard"),

	/* A name whose number is part of it: "ISO 27001" */
	CUE(LEX_NAME,
	    "bluetooth usb hdmi wi-fi wifi tls ssl iso soc fortune fips pci http ipv windows iphone ipad android ios java python node "
	    "mp catch area studio forever formula boeing airbus php ruby swift angular react vue "
	    "scope cop fortran cuda kubernetes postgres postgresql mysql redis django rails kafka "
	    "pixel galaxy voyager apollo gpt claude llama ieee nist dfars cmmc hl rfc sec ansi "
	    "din p xbox playstation ps vision js ubuntu debian fedora jpeg mpeg "
	    "en bs iec astm asme nfpa ul jis ifrs ias asc gaap un awg hpv big ligue serie bundesliga phillips "
	    "levi's defcon cpt hcpcs drg icd naics sic omega maroon hannover mainz schalke bayern ftse nikkei russell nasdaq dax "
	    "chrome firefox safari photoshop outlook drupal wordpress magento laravel symfony gitlab jenkins "
	    "terraform gemini mistral macos sharepoint elasticsearch pytorch tensorflow openssl nginx"),

	/* Amounts that are none */
	CUE(LEX_VAGUE,
	    "significantly significant substantially substantial dramatically dramatic many "
	    "several various numerous countless few most hundreds thousands millions billions "
	    "dozens tons lots considerably considerable vastly greatly massively massive huge "
	    "hugely enormous plenty multiple"),

	/* After the number of a house */
	CUE(LEX_STREET,
	    "street st avenue ave road rd boulevard blvd drive lane way court place square row "
	    "terrace crescent highway parkway alley mews close gardens walk quay plaza circle pike "
	    "parade grove embankment"),

	/* Never the noun that is measured */
	CUE(LEX_NOT_NOUN,
	    "the a an is are was were be been being has have had do does did will would can could "
	    "should shall may might must not and or but if so as at by in on to from for with without "
	    "of than then that this these those it its we our us they their them he she you your "
	    "i my who which what when where whether while because since until before after during within "
	    "over under above below between per each every all any some no more less fewer most "
	    "least only just also even still very too now today already again back out up down "
	    "off via about around into onto across through against among"),

	/* Between a number and its unit */
	CUE(LEX_MODIFIER,
	    "more extra additional last past next previous upcoming coming following other less fewer further whole entire full consecutive straight odd"),

	/* After a year that is no count */
	CUE(LEX_OF_YEAR, "levels level baseline results figures target targets budget edition "
			 "report editions average prices season election elections census "
			 "sales earnings profits revenues"),

	/* What a number of lines of picture stands before */
	CUE(LEX_SCREEN,
	    "stream streams streaming video videos tv tvs resolution display displays screen screens "
	    "content monitor monitors quality uhd movies playback hdr camera cameras footage"),

	/* What may begin a quantity and is in no other table: "a dozen", "minus 5", "in half" */
	CUE(LEX_BEGIN, "a an another couple minus negative full us hong u new whole entire sri south saudi factor in age aged ages "
	    "point per every"),

	/* Labels that are verbs too: "order 5 lamps" */
	CUE(LEX_IMPERATIVE,
	    "order build track form note issue patch box seat number list schedule line "
	    "shift plot stand store shop lift field pool heat race train ferry truck man batch contract claim "
	    "sample group map chart photo motion bill pump crate commit permit bin pitch board plan screen net trap match frame lock bridge switch"),

	/* Joined to a number they leave it one: "sub-2-second", "near-100%" */
	CUE(LEX_LEAD, "sub near non pre post mid over under up top per to approx plus"),

	/* Before "an hour", "a week" */
	CUE(LEX_TAKES,
	    "take takes took taking taken last lasts lasted lasting need needs needed spend spends "
	    "spent wait waits waited require requires required within save saves saved every lose "
	    "loses lost cost costs only just another"),

	/* Before "from A to B" when they are the two ends of something */
	CUE(LEX_RANGE, "run runs ran range ranges ranged ranging vary varies varied varying anywhere somewhere span spans "
		       "spanning scale scales priced prices is are was were score scores rated between "
		       "estimated values sizes worth open opens"),

	/* After "double": not twice as much */
	CUE(LEX_NOT_MULTIPLIED, "check checks click clicks down digit digits room rooms bed beds standard "
				"standards space spaced opt dipping quotation quotes quote blind"),
	{0},
};
/* clang-format on */
