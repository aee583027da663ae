// Package export turns a [workshop.Canvas] into documents: what a group takes home and hangs everywhere. Of a
// [workshop.Community], which is what has become of it, it writes the page: see below.
//
// Every format is a function from a canvas to bytes. The same canvas gives the same bytes, wherever and whenever it is
// written, so that two exports can be compared. [Write] finds a format by the name that people type.
//
// Markdown and HTML are for people: they speak the language of the workshop (see package tongue), call its steps and
// sections what its format calls them (see package format), and write days as the language does. JSON and CSV are for
// programs: keys, columns and values are the same in every language. JSON has those headings besides, and says in "lang" in
// which language they are.
//
// All texts are expected to have passed package text, as everything in a record has, and names, notes and the titles of
// entries and forces not to be empty, as package workshop sees to. A line break that comes in all the same is written
// as a space in Markdown.
//
// # Markdown
//
// [Markdown] writes CommonMark with the tables of GitHub Flavored Markdown:
//
//	# The community's name, or its topic until it has one
//
//	Topic · 2026-03-14 · 12 people
//
//	## Vision
//
//	The sentence that the group agreed on.
//
//	- title of a cluster
//	  - a note in it
//	- a note that stands alone
//
// and so on for the seven sections of the format, in their order, then "## Force field" if that step was run,
// "## Leader" and "## People", then "## First actions" if there are some, with owners and days, and "## Agreement" with the
// hands of every step that was settled and the concerns that were heard, without names and in an order that tells none. Where a
// group went on from the last canvas of its community, "## What has changed since 14 March 2025" comes last, with a "### " for
// each part: what was added, changed (and what it was before) and dropped, and how much is as it was. All the other headings are
// always there, and there are no further ones.
//
// These are the words in English. In French the day under the title is 14/03/2026, and the headings are "## Champ de forces",
// "## Leader", "## Personnes" and so on: a program that looks for headings should read JSON.
//
// What is empty says so in one italic line; nothing that was typed is ever italic. The force field is a table with the
// driving forces on the left and the restraining ones on the right. The notes of clustered forces follow below it.
//
// Whatever people typed shows as they typed it: asterisks, tags, entities and pipes are text, never markup. A backslash
// stands only where a reader of the source or a program would take a character for markup, so that the source reads
// well too. An address on the web becomes a link where the reader's program makes links, if it needs no backslash. If
// it does, one more keeps it from becoming a link, because programs disagree about backslashes in links.
//
// Text from right to left that shares its line with words of the document stands between isolates of Unicode (U+2068 and
// U+2069, which nobody sees), or a date beside it would be read backwards. A text with an address in it has none, because
// programs would take them for a part of the address.
//
// What lies outside of CommonMark and GFM is left alone, because there is no way to write it that suits all programs:
// some sites draw an emoji for ":tada:", mention people for "@ana" or set formulas between dollar signs.
//
// # HTML
//
// [HTML] writes one page that needs nothing else: no script, no picture, no typeface, no link, and a policy in its head
// that forbids them all. It is the canvas of the format as a poster: the head with the name; the seven sections in
// three columns; below them the force field, the leader, the people, the first actions and the agreement; the
// facilitators at its foot. The texts are those of Markdown. Besides, it shows dots.
//
//   - Printed, it is A3 in landscape. The text has the largest size, from 18 points down to 6, with which all of it is
//     estimated to take one sheet: about 18 for a handful of notes, 10 for 30, and 6 for 150 notes of some fifty
//     characters with all that may stand around them. What fits with none of these goes on over several sheets, in 9
//     points and three columns of text. Estimates go by the widths of Helvetica, which Arial and Liberation Sans share,
//     and leave some room for others.
//   - On a screen from 64 em on it is the same in three columns, with text no smaller than the reader's own; on a narrower
//     one all stands below one another in the order of the format.
//   - It is light, and dark for whoever prefers that. One colour has one meaning: blue is what the community is, ochre
//     who acts, green what supports, red what slows down. All have the contrast of WCAG 2.2 AA on the paper, and no
//     colour says anything alone.
//   - It has landmarks and headings. The force field is a drawing that has all its words in its description. Whatever
//     people typed has the direction of its own first letter, and breaks within words only where a line has no room for
//     them.
//
// Package html/template escapes what people typed; in the midst of a sentence, which is said as a whole, the same package's
// function does.
//
// # JSON
//
// [JSON] writes a [Document], indented by two spaces, in UTF-8, with a line break at the end. The fields always come in
// the same order. Three may be missing: the "terms" of a leader, which only one by consent can have, the "due" of a first
// action, when no day was set, and the "changes" since the last canvas, on the first canvas of a community. All others are always
// there; what does not exist is null, and a list without anything is [].
// Characters such as < stand for themselves. The field "format" is the version of this layout, [JSONFormat]: it grows when a
// field changes its meaning or goes, and stays when one is added.
//
// The file schema.json beside this one describes it (JSON Schema, draft 2020-12). It requires what has been there from
// the start. Documents are complete: all the other exports can be made from one, and whatever is counted in a workshop
// can be counted in it. What they leave out on purpose is who wrote, voted, or had a concern.
//
// # CSV
//
// [CSV] writes the notes of all walls, a row for each, in the order in which they hang there:
//
//	prompt,cluster,note,dots,parked
//	vision,We learn from one another,Pair across teams,5,no
//	vision,,"Fun, above all",2,no
//	vision,,Fewer meetings,0,yes
//
// Only what was revealed is there; what was taken back never is. The prompt is the one under which the note hangs: in a
// cluster, the cluster's. The cluster is empty for a note that stands alone; one without a title is called by its first
// note. Dots are those of the cluster, in all its rows, or the note's own when it stands alone.
//
// The names of the columns and of the prompts, "yes" and "no" are the same in every language and format: a table is for
// programs and filters, and those of several workshops can be put one below the other.
//
// It is the table of RFC 4180: commas, quotes where they are needed, lines that end with CRLF. It begins with a byte
// order mark, without which Excel would take UTF-8 for something else; programs that stumble over it are better off
// with JSON.
//
// No cell is a formula, in a spreadsheet that looks for commas, semicolons or tabulators, and takes double quotes for quotes
// or for text: what begins like one (with = + - @ or a wide form of these, behind spaces, quotes and apostrophes or not) has
// an apostrophe in front, at the start of a text and after a semicolon or a comma in it (OWASP, "CSV Injection"). A face
// like ;-) stays one. Taking these apostrophes away gives the text back. Whoever tells a spreadsheet to look for other
// separators or quotes is past that.
//
// # Communities
//
// [WriteCommunity] writes what a [workshop.Community] is and has done, in the same four formats, with the same care for
// languages, markup, formulas and text from right to left:
//
//   - who leads it and with which time, who stands behind it, when it looks at itself next, and how many belong to it. Nobody is
//     named who only belongs to it.
//   - its health checks side by side, as package trend has them, with what changed in people and cards, and what was
//     written under the cards
//   - its actions: the open ones first, then those that were done, then those that were dropped, with why
//   - the year: what was held, month by month, with the checks, and where the minutes are
//
// What is hidden is in no format: nothing of a card that fewer than [workshop.MinAnswers] have answered but their number,
// nothing of one that has not been turned over, nothing of a check that is still open, and nobody's part in any. Two communities
// that differ in nothing else give the same bytes. Nor is anything added up over cards, from which the hidden could be derived.
// Sentences are sorted, and stand without names.
//
// Markdown and HTML have the last four checks and the last twelve months. Each colour has its letter and its shape beside it, so
// that a page can be read without any:
//
//	| Card | 2026-10-19 | 2026-12-07 | Trend |
//	| --- | --- | --- | --- |
//	| Safety to ask | R ▼ 2 · Y ◆ 4 · G ▲ 4 | R ▼ 0 · Y ◆ 2 · G ▲ 9 → | ▅▇ ↑ |
//	| Feedback | *4 answers: too few* | *not asked* | ·· |
//	| **Took part** | 10 | 11 |  |
//
// The spread comes before any mean: that is only the height of the trend, which goes through all checks, with a gap where a card
// is not told. The headings are "## Health checks", "## What was written" if something was, "## Actions" and "## The year".
//
// The page in HTML is light, and A4 in portrait when it is printed. It has the policy of the poster, and its pictures have all
// that they show in their titles. It is the only one with links: to minutes, and only to an address of the web, which stands
// there in full.
//
// JSON is a [CommunityDocument], described by community.schema.json. It and CSV have all checks. CSV has a row for each card of
// each check:
//
//	check,date,took,card,about,state,answered,red,yellow,green,arrow,sentences
//	5,2026-12-07,11,safety,Safety to ask,told,11,0,2,9,level,I asked. | Nobody laughed.
//	5,2026-12-07,11,feedback,Feedback,too-few,4,,,,,
//
// The state is told, too-few or face-down; what is not told is empty there, which is not nought.
package export
