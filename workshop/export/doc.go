// Package export turns a [workshop.Canvas] into documents: what a group takes home and hangs everywhere.
//
// Every format is a function from a canvas to bytes. The same canvas gives the same bytes, wherever and whenever it is
// written, so that two exports can be compared. [Write] finds a format by the name that people type.
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
// "## Leader" and "## People", then "## First actions" if there are some, with their owners, and "## Agreement" with the
// hands of every step that was settled and the concerns that were heard, without names. All the other headings are
// always there, and there are no further ones. What is empty
// says so in one italic line; nothing that was typed is ever italic. The force field is a table with the driving forces
// on the left and the restraining ones on the right. The notes of clustered forces follow below it.
//
// Whatever people typed shows as they typed it: asterisks, tags, entities and pipes are text, never markup. A backslash
// stands only where a reader of the source or a program would take a character for markup, so that the source reads
// well too. An address on the web becomes a link where the reader's program makes links, if it needs no backslash. If
// it does, one more keeps it from becoming a link, because programs disagree about backslashes in links.
//
// What lies outside of CommonMark and GFM is left alone, because there is no way to write it that suits all programs:
// some sites draw an emoji for ":tada:", mention people for "@ana" or set formulas between dollar signs.
//
// # JSON
//
// [JSON] writes a [Document], indented by two spaces, in UTF-8, with a line break at the end. The fields always come in
// the same order and are always there, except for the "terms" of a leader, which only one by consent can have; what does
// not exist is null, and a list without anything is []. Characters such as < stand for themselves. The field "format" is
// the version of this layout, [JSONFormat]: it grows when a field changes its meaning or goes, and stays when one is added.
package export
