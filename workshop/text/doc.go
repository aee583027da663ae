// Package text cleans what people type. Every name, note, title, reason and
// statement passes through it once, at entry, so that everything behind it
// may trust what is stored.
//
// What people type is hostile now and then, and an accident more often: a
// paste with line breaks, an escape sequence, a letter under forty accents,
// a zero-width space that makes two equal names differ. Text that is clean
// can be printed on any screen, stored in any file and put in any export
// without moving the cursor, reordering its neighbours or hiding something.
//
// # The gate
//
// [Line] makes one clean line of anything. It goes by an allow-list of
// Unicode categories: letters, marks, numbers, punctuation and symbols pass,
// and a space is a plain space. It never refuses; what may not pass is left
// out, and the rest stays. Cleaning twice changes nothing.
//
// [Name] cleans and judges the name of a person, and refuses with a sentinel
// worded to be shown. [Skeleton] says whether two names, or two proposals,
// are the same to the eye.
//
// # Sizes
//
// [Len] and [Clip] count what a reader calls a character, a grapheme cluster
// of UAX #29: use them for limits such as the length of a note. [Cells]
// counts the columns that a terminal needs: use it for layout. Neither is
// the number of bytes or of code points. In clean text every cluster takes
// at least one cell, and holds at most 16 code points, so a limit in clusters
// is also a limit in bytes.
//
// # What the rules cost
//
// The rules are simple, and some scripts pay for that. Two marks per base is
// enough for Vietnamese, Thai, pointed Arabic and everyday Hindi, but cuts
// Burmese and Tibetan stacks, and Hebrew with vowels and accents together.
// Without joiners outside emoji, Persian words that are written with a
// zero-width non-joiner close up, and Indic conjuncts take their default
// shape. The letters themselves always stay.
//
// "Assigned" means assigned in the Unicode version of the Go release that
// builds the program (15.0 in Go 1.26). A character of a later version is
// left out until then.
//
// Nothing here keeps state, reads the environment, or takes time out of
// proportion: input beyond [MaxBytes] is cut off before the work begins.
// All functions may be called from any number of goroutines.
package text
