// SPDX-License-Identifier: GPL-3.0-or-later
// The seeds of the fuzz targets are what they should be: articles in each format.
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>

#include <gtest/gtest.h>

#include "tests/fuzz/read_anything.h"
#include "tests/paths.h"

namespace newsindex {
namespace {

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// Folders of seeds that are no sources.
const std::set<std::string> kOthers{"archive_files", "growing", "mets", "query"};

TEST(FuzzSeeds, AreArticles) {
  for (const auto& entry : std::filesystem::recursive_directory_iterator(kSeeds)) {
    if (!entry.is_regular_file() ||
        kOthers.contains(entry.path().parent_path().filename().string()))
      continue;
    EXPECT_GT(read_anything(bytes_of(entry.path())), 0u) << entry.path();
  }
}

TEST(FuzzSeeds, OfAFormatHoldARecordOfIt) {
  const std::map<std::string, RecordFormat> formats{
      {"hocr", RecordFormat::hocr}, {"html", RecordFormat::html}, {"json", RecordFormat::json},
      {"mail", RecordFormat::mail}, {"page", RecordFormat::page}, {"sgml", RecordFormat::sgml},
      {"wire", RecordFormat::wire}, {"xml", RecordFormat::xml}};
  for (const auto& [name, format] : formats) {
    std::size_t articles = 0;
    for (const auto& entry :
         std::filesystem::directory_iterator(std::filesystem::path(kSeeds) / name)) {
      Record record;
      record.format = format;
      record.bytes = bytes_of(entry.path());
      record.origin.path = entry.path();
      articles += understand_anything(record);
    }
    EXPECT_GT(articles, 0u) << name;
  }
}

}  // namespace
}  // namespace newsindex
