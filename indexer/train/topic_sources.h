// SPDX-License-Identifier: GPL-3.0-or-later
// Reads texts with topics from open collections.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "indexer/train/token_files.h"
#include "indexer/train/topic_training.h"

namespace newsindex {

// The names and definitions of the Media Topics, each with its top-level topic (iptc_mapping.json).
std::vector<LabelledText> read_media_topic_texts(const std::filesystem::path& path);

// Windows of three sentences of a token file. read_windows: those labelled by people (`labels`: the
// number of the first sentence, a tab, topics). guess_windows: those with many words of a topic
// (`seeds`: topic, a tab, words).
std::vector<LabelledText> read_windows(const std::filesystem::path& token_file,
                                       const std::filesystem::path& labels,
                                       const std::string& collection);
std::vector<LabelledText> guess_windows(const std::filesystem::path& token_file,
                                        const std::filesystem::path& seeds);

// Articles of tables (CSV: url, date, title, text) that `labels` lists: the last part of the url, a
// tab, topics with commas between them.
std::vector<LabelledText> read_labelled_articles(const std::vector<std::filesystem::path>& tables,
                                                 const std::filesystem::path& labels);

}  // namespace newsindex
