// SPDX-License-Identifier: GPL-3.0-or-later
// How many names are found as they were marked (the same span of the same type), and how many
// topics.
#pragma once

#include <filesystem>
#include <iosfwd>
#include <string_view>
#include <vector>

#include "indexer/train/topic_training.h"

namespace newsindex {

// Prints precision, recall and F1 by type and of all names (micro-averaged), a line a token file of
// this language.
void print_name_scores(const std::filesystem::path& models, std::string_view language,
                       const std::vector<std::filesystem::path>& token_files, std::ostream& out);

// Prints how often the first topic is right, and F1 over all that are given (micro) and by topic
// (macro), of articles labelled with every topic that would be right; a topic that is missing
// counts as an error only where none of the right ones was found.
void print_topic_scores(const std::filesystem::path& models,
                        const std::vector<LabelledText>& articles, std::ostream& out);

// Prints, a line a collection, how often the topic of the highest probability is right, and how
// often topics of a probability in each range are ("said .62: .58 of 310").
void print_reliability(const std::vector<JudgedCollection>& collections, std::ostream& out);

}  // namespace newsindex
