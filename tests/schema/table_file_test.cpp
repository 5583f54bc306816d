// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/archive/table_file.h"

#include <fstream>
#include <iterator>

#include <gtest/gtest.h>

#include "schema/error.h"
#include "tests/temporary_folder.h"

namespace newsindex {
namespace {

std::string two_rows(const TemporaryFolder& folder) {
  TableText table(kSourcesTable);
  table.field("/tab\there/line\nend/back\\nslash\r");
  table.field(-7);
  table.end_row();
  table.field("");
  table.field(18446744073709551615u);
  table.end_row();
  return write_table(folder.path(), kSourcesTable, 12, std::move(table));
}

void read(const TemporaryFolder& folder, const std::string& name) {
  read_table(folder.path(), kSourcesTable, name, [](TableRow& row) {
    row.text();
    row.text();
  });
}

std::string error_of(const TemporaryFolder& folder, const std::string& name) {
  try {
    read(folder, name);
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::internal);
    return error.what();
  }
  return "";
}

TEST(TableFile, GivesBackItsRowsWhateverTheText) {
  const TemporaryFolder folder;
  const std::string name = two_rows(folder);
  EXPECT_EQ(name, "sources-12.tsv");
  EXPECT_TRUE(is_table_name(name));
  std::vector<std::pair<std::string, std::string>> rows;
  read_table(folder.path(), kSourcesTable, name, [&](TableRow& row) {
    std::string first = row.text();
    rows.emplace_back(std::move(first), row.text());
  });
  EXPECT_EQ(rows,
            (std::vector<std::pair<std::string, std::string>>{
                {"/tab\there/line\nend/back\\nslash\r", "-7"}, {"", "18446744073709551615"}}));
  check_table(folder.path(), name);
  read(folder, "");
}

TEST(TableFile, NoticesEveryByteThatIsNotAsItWas) {
  const TemporaryFolder folder;
  const std::string name = two_rows(folder);
  std::ifstream in(folder.path() / name, std::ios::binary);
  const std::string whole{std::istreambuf_iterator<char>(in), {}};
  for (std::size_t i = 0; i < whole.size(); ++i) {
    std::string damaged = whole;
    damaged[i] = static_cast<char>(damaged[i] ^ 1);
    folder.write(name, damaged);
    EXPECT_NE(error_of(folder, name).find(name), std::string::npos) << i;
    EXPECT_THROW(check_table(folder.path(), name), Error) << i;
    folder.write(name, whole.substr(0, i));
    EXPECT_NE(error_of(folder, name), "") << i;
  }
}

TEST(TableFile, SaysWhichLineIsWrong) {
  const TemporaryFolder folder;
  const std::string name = two_rows(folder);
  const auto numbers = [&] {
    read_table(folder.path(), kSourcesTable, name, [](TableRow& row) {
      row.text();
      row.number<int>();
    });
  };
  try {
    numbers();
    ADD_FAILURE() << "the second row's number is too large";
  } catch (const Error& error) {
    EXPECT_NE(std::string(error.what()).find("line 3"), std::string::npos) << error.what();
  }
  EXPECT_NE(error_of(folder, "sources-13.tsv").find("missing"), std::string::npos);
}

TEST(TableFile, IsKnownByItsName) {
  for (const char* name : {"sources-1.tsv", "removals-20.tsv", "activity-3.tsv"})
    EXPECT_TRUE(is_table_name(name)) << name;
  for (const char* name :
       {"sources-.tsv", "sources-1.tsv.new", "notes-1.tsv", "sources-1a.tsv", "sources"})
    EXPECT_FALSE(is_table_name(name)) << name;
}

}  // namespace
}  // namespace newsindex
