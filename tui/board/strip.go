package board

import "convene/workshop"

// Widths of a column, in cells, from which it is shown in more than one lane.
const (
	beside = 72  // its notes stand beside its clusters
	triple = 140 // and the clusters in two lanes
	inner  = 2   // between the lanes of one column
)

// strip is what one lane holds of a column.
type strip struct {
	workshop.Column
	alone bool // it holds no clusters, and says so over it
	on    bool // it goes on with what the lane to the left holds
	rest  bool // the notes that stand alone are here, and the gap
}

// strips shares a column out among lanes, for a width. Where notes stand beside clusters they do so even when there are
// none: nothing jumps to another lane because somebody puts the last one away. What goes on in a second lane takes
// turns, so that nothing but the order of the group's own decides where it stands.
func strips(col workshop.Column, width int) []strip {
	switch {
	case width < beside || len(col.Clusters)+len(col.Lone)+len(col.Parked) == 0:
		return []strip{{Column: col, rest: true}}
	case len(col.Clusters) == 0:
		odd, even := split(col.Lone)
		return []strip{
			{Column: workshop.Column{Prompt: col.Prompt, Lone: odd}, rest: true},
			{Column: workshop.Column{Prompt: col.Prompt, Lone: even, Parked: col.Parked}, on: true},
		}
	}
	alone := strip{alone: true, rest: true, Column: workshop.Column{Prompt: col.Prompt, Lone: col.Lone, Parked: col.Parked}}
	if width < triple {
		return []strip{{Column: workshop.Column{Prompt: col.Prompt, Clusters: col.Clusters}}, alone}
	}
	odd, even := split(col.Clusters)
	return []strip{
		{Column: workshop.Column{Prompt: col.Prompt, Clusters: odd}},
		{Column: workshop.Column{Prompt: col.Prompt, Clusters: even}, on: true},
		alone,
	}
}

// split deals things out into two.
func split[T any](all []T) (odd, even []T) {
	for i, x := range all {
		if i%2 == 0 {
			odd = append(odd, x)
		} else {
			even = append(even, x)
		}
	}
	return odd, even
}

// size is how many notes a strip holds, parked ones left out, and how many clusters.
func size(col workshop.Column) (notes, clusters int) {
	notes = len(col.Lone)
	for _, p := range col.Clusters {
		notes += len(p.Notes)
	}
	return notes, len(col.Clusters)
}
