// SPDX-License-Identifier: GPL-3.0-or-later
// An archive of several revisions, with corrections and a removal, for the tests of check, repair
// and backup.
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/care/check.h"
#include "indexer/care/export.h"
#include "indexer/write/maintain.h"
#include "indexer/write/removal.h"
#include "indexer/write/update.h"
#include "schema/archive/archive.h"
#include "schema/article_json.h"
#include "tests/damaged_byte.h"
#include "tests/temporary_folder.h"

namespace newsindex {

class CareTest : public ::testing::Test {
 protected:
  CareTest() {
    request_.archive = folder_.path() / "archive";
    request_.run.threads = 2;
  }

  // Three segments. Articles of the first are replaced, and one is removed.
  void make_archive() {
    write(0, 30, "first");
    write(30, 60, "second");
    write(10, 14, "third");
    remove_articles({request_.archive, {"n20"}, {}, request_.run});
  }

  // Adds the articles with numbers in [from, to); their text names the edition.
  RunReport write(int from, int to, const std::string& edition) {
    std::string text;
    for (int i = from; i < to; ++i)
      text += R"({"id":"n)" + std::to_string(i) + R"(","title":"Report )" + std::to_string(i) +
              R"(","date":"2023-0)" + std::to_string(1 + i / 30) + "-" +
              std::to_string(10 + i % 18) + R"(","body":"Edition )" + edition + " of story " +
              std::to_string(i) + " of the harbour.\"}\n";
    return update(folder_.write(edition + ".jsonl", text));
  }

  RunReport update(const std::string& source) {
    if (std::find(sources_.begin(), sources_.end(), source) == sources_.end())
      sources_.push_back(source);
    request_.sources = {source};
    return update_archive(request_, {});
  }

  // Runs an update from each source again, in the order in which they were added.
  void update_all() {
    for (const std::string& source : std::vector(sources_)) update(source);
  }

  Manifest manifest() const { return read_manifest(request_.archive); }
  std::filesystem::path file(const std::string& name) const {
    return request_.archive / "segments" / name;
  }

  // The body of each article, by id. Fails if an id is there twice.
  static std::map<std::string, std::string> exported(const std::filesystem::path& archive) {
    std::map<std::string, std::string> bodies;
    export_articles(archive, {}, [&](const Article& article) {
      EXPECT_TRUE(bodies.emplace(article.id, article.body).second) << article.id << " twice";
      return true;
    });
    return bodies;
  }
  std::map<std::string, std::string> exported() const { return exported(request_.archive); }

  static std::vector<std::string> problems_of(const std::filesystem::path& path,
                                              Depth depth = Depth::files) {
    try {
      Archive archive(path);
      return check_archive(archive, depth);
    } catch (const Error& error) {
      return {error.what()};
    }
  }
  std::vector<std::string> problems() const { return problems_of(request_.archive); }

  void flip(const std::filesystem::path& path, double place) {
    const auto bytes = static_cast<double>(std::filesystem::file_size(path));
    flip_at(path, static_cast<std::streamoff>(place * bytes));
  }

  void flip_at(const std::filesystem::path& path, std::streamoff at) {
    std::fstream bytes(path, std::ios::in | std::ios::out | std::ios::binary);
    bytes.seekg(at);
    const char old = static_cast<char>(bytes.get());
    bytes.seekp(at);
    bytes.put(static_cast<char>(old ^ 4));
  }

  TemporaryFolder folder_;
  UpdateRequest request_;
  std::vector<std::string> sources_;
};

}  // namespace newsindex
