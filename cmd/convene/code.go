package main

import "convene/workshop"

// code makes a workshop's code of an adjective and an animal, "brave-otter". Choose returns a number below n.
func code(choose func(n int) int) workshop.ID {
	like, who := adjectives(), animals()
	return workshop.ID(like[choose(len(like))] + "-" + who[choose(len(who))])
}

// adjectives are friendly, short, and easy to say and spell.
func adjectives() []string {
	return []string{
		"able", "agile", "amber", "apt", "artful", "awake", "bold", "brave", "breezy", "bright",
		"brisk", "bubbly", "busy", "calm", "candid", "caring", "cheery", "chirpy", "civil", "clear",
		"clever", "cosmic", "cosy", "crafty", "crisp", "curious", "dapper", "daring", "deft", "eager",
		"early", "earnest", "easy", "elated", "epic", "even", "fair", "fancy", "fearless", "fine",
		"fluffy", "fond", "frank", "free", "fresh", "friendly", "funny", "gentle", "gifted", "glad",
		"gleeful", "golden", "good", "grand", "happy", "hardy", "hearty", "helpful", "honest", "hopeful",
		"humble", "jolly", "jovial", "joyful", "keen", "kind", "lively", "loyal", "lucid", "lucky",
		"lunar", "mellow", "merry", "mighty", "mindful", "neat", "nimble", "noble", "open", "patient",
		"perky", "placid", "playful", "plucky", "polite", "proud", "quick", "quiet", "radiant", "ready",
		"rosy", "rustic", "silver", "sincere", "smart", "smiling", "snug", "solar", "spry", "steady",
		"stellar", "sturdy", "sunny", "swift", "tender", "tidy", "trusty", "upbeat", "vivid", "warm",
		"wise", "witty", "zesty",
	}
}

// animals are all of the kind that one would like to meet.
func animals() []string {
	return []string{
		"albatross", "alpaca", "antelope", "badger", "bear", "beaver", "bee", "beetle", "bison", "bobcat",
		"buffalo", "camel", "canary", "caribou", "cat", "cheetah", "chipmunk", "cicada", "condor", "corgi",
		"coyote", "crane", "cricket", "cuckoo", "deer", "dingo", "dolphin", "donkey", "dove", "duck",
		"eagle", "egret", "elephant", "elk", "falcon", "ferret", "finch", "firefly", "flamingo", "fox",
		"frog", "gazelle", "gecko", "gibbon", "giraffe", "goat", "goose", "gopher", "hamster", "hare",
		"hawk", "hedgehog", "heron", "horse", "husky", "ibex", "ibis", "iguana", "impala", "jackdaw",
		"jaguar", "jay", "kestrel", "kiwi", "koala", "lark", "lemur", "leopard", "lion", "lizard",
		"llama", "lynx", "macaw", "magpie", "manatee", "marmot", "marten", "meerkat", "mole", "moose",
		"moth", "mouse", "newt", "ocelot", "octopus", "okapi", "orca", "oriole", "otter", "owl",
		"panda", "panther", "parrot", "pelican", "penguin", "pigeon", "pony", "puffin", "quail", "rabbit",
		"raccoon", "raven", "robin", "salmon", "seal", "sparrow", "squirrel", "starling", "stork", "swallow",
		"swan", "tapir", "tiger", "toad", "toucan", "turtle", "walrus", "whale", "wombat", "yak", "zebra",
	}
}
