// Package proof reads files that people write by hand, in TOML (https://toml.io), and tells what is wrong with them: all
// mistakes at once, each with its line and what to do about it.
//
//	r, top := proof.Read(proof.Kind{Called: "a format", MaxBytes: 32 << 10, Deepest: "canvas.vision"}, "my.toml", page)
//	r.Known(top, "name", "canvas")
//	name := r.Text(top, "name", func(typed string) string { … })
//	return r.Mistakes()
//
// What is a mistake is told, and left out of what is read; so whoever reads goes through the whole file, and looks at the end
// whether there were any. What the values have to be is said by those whose files they are: packages format and deck.
//
// The library for TOML is asked for values one by one, and says of each where it stands. Of the tables in a list it knows the
// last one's lines alone, so that each of them is read by itself: see [Reading.Each].
package proof
