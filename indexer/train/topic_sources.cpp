// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/train/topic_sources.h"

#include <algorithm>
#include <array>
#include <bit>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include <nlohmann/json.hpp>

#include "indexer/train/labelled_rows.h"

namespace newsindex {
namespace {

constexpr std::size_t kWindow = 3;  // sentences

std::vector<std::string> sentences_of(const std::filesystem::path& token_file) {
  std::vector<std::string> sentences;
  for (const MarkedArticle& article : read_token_file(token_file)) {
    std::size_t begin = 0;
    while (begin <= article.text.size()) {
      const std::size_t end = std::min(article.text.find("\n\n", begin), article.text.size());
      sentences.push_back(article.text.substr(begin, end - begin));
      begin = end + 2;
    }
  }
  return sentences;
}

std::string window_at(const std::vector<std::string>& sentences, std::size_t first) {
  std::string text;
  for (std::size_t i = first; i < std::min(first + kWindow, sentences.size()); ++i)
    text += (text.empty() ? "" : " ") + sentences[i];
  return text;
}

}  // namespace

std::vector<LabelledText> read_media_topic_texts(const std::filesystem::path& path) {
  constexpr std::string_view kPrefix = "medtop:";
  std::vector<LabelledText> texts;
  std::ifstream in = opened(path);
  const auto tree = nlohmann::json::parse([&in] {  // the file has NaN where a level is missing
    std::string all((std::istreambuf_iterator<char>(in)), {});
    for (std::size_t at = 0; (at = all.find(": NaN", at)) != std::string::npos;)
      all.replace(at, 5, ": \"\" ");
    return all;
  }());
  for (const auto& [id, topic] : tree.items()) {
    const std::string top = topic.value("Level1/NewsCode", "");
    if (!top.starts_with(kPrefix)) continue;
    texts.push_back({topic.value("Name (en-GB)", ""), topic.value("Definition (en-GB)", ""),
                     topics_of(top.substr(kPrefix.size(), 2)), 1, ""});
  }
  return texts;
}

std::vector<LabelledText> read_windows(const std::filesystem::path& token_file,
                                       const std::filesystem::path& labels,
                                       const std::string& collection) {
  const std::vector<std::string> sentences = sentences_of(token_file);
  std::vector<LabelledText> texts;
  for_each_row(labels, [&](const std::vector<std::string>& cells) {
    if (cells.size() < 2) return;
    if (const TopicSet topics = topics_of(cells[1]); topics != 0)
      texts.push_back({"", window_at(sentences, std::stoul(cells[0])), topics, 1, collection});
  });
  return texts;
}

std::vector<LabelledText> guess_windows(const std::filesystem::path& token_file,
                                        const std::filesystem::path& seeds) {
  constexpr std::size_t kFewest = 3;  // different words of a topic
  constexpr double kNearBest = 0.75;
  std::map<std::string, TopicSet> topics_of_word;
  for_each_row(seeds, [&](const std::vector<std::string>& cells) {
    std::istringstream words(cells.at(1));
    for (std::string word; words >> word;) topics_of_word[word] |= topics_of(cells[0]);
  });
  const std::vector<std::string> sentences = sentences_of(token_file);
  std::vector<LabelledText> texts;
  for (std::size_t first = 0; first < sentences.size(); first += kWindow) {
    const std::string window = window_at(sentences, first);
    std::set<std::string> words;
    std::istringstream in(window);
    for (std::string word; in >> word;) {
      for (char& c : word) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
      words.insert(word);
    }
    std::array<std::size_t, kTopTopics> counts{};
    for (const std::string& word : words)
      if (const auto found = topics_of_word.find(word); found != topics_of_word.end())
        for (std::size_t k = 0; k < kTopTopics; ++k) counts[k] += found->second >> k & 1u;
    const auto best = static_cast<double>(*std::max_element(counts.begin(), counts.end()));
    TopicSet topics = 0;
    for (std::size_t k = 0; k < kTopTopics; ++k)
      if (counts[k] >= kFewest && static_cast<double>(counts[k]) >= kNearBest * best)
        topics |= 1u << k;
    if (topics != 0) texts.push_back({"", window, topics, 1, ""});
  }
  return texts;
}

std::vector<LabelledText> read_labelled_articles(const std::vector<std::filesystem::path>& tables,
                                                 const std::filesystem::path& labels) {
  std::map<std::string, TopicSet> topics_of_name;
  for_each_row(labels, [&](const std::vector<std::string>& cells) {
    if (cells.size() > 1) topics_of_name[cells[0]] = topics_of(cells[1]);
  });
  std::vector<LabelledText> texts;
  for (const std::filesystem::path& table : tables) {
    std::ifstream in = opened(table);
    for (auto row = next_csv_row(in); !row.empty(); row = next_csv_row(in)) {
      const auto found = topics_of_name.find(row[0].substr(row[0].rfind('/') + 1));
      if (row.size() < 4 || found == topics_of_name.end()) continue;
      texts.push_back({row[2], row[3], found->second, 1, ""});
      topics_of_name.erase(found);
    }
  }
  return texts;
}

}  // namespace newsindex
