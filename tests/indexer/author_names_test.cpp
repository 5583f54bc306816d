// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/people/author_names.h"

#include <gmock/gmock.h>

namespace newsindex {
namespace {

struct AuthorCase {
  std::string byline;
  std::vector<std::string> names;
};

class AuthorNames : public testing::TestWithParam<AuthorCase> {};

TEST_P(AuthorNames, AreThePeopleInAByline) {
  EXPECT_EQ(author_names(GetParam().byline, "Reuters"), GetParam().names);
}

const AuthorCase kBylines[] = {
    {"Ann Lee", {"Ann Lee"}},
    {"By Ann Lee", {"Ann Lee"}},
    {"by: Ann Lee", {"Ann Lee"}},
    {"BY ANN LEE AND BO CHAN", {"ANN LEE", "BO CHAN"}},
    {"Ann Lee, Bo Chan & Cy Doe", {"Ann Lee", "Bo Chan", "Cy Doe"}},
    {"Von Anna Lang und Bo Weber", {"Anna Lang", "Bo Weber"}},
    {"Par Anne Roy et Luc Petit", {"Anne Roy", "Luc Petit"}},
    {"    By Ann O'Neill, Reuters", {"Ann O'Neill"}},
    {"By Ann Lee, Reuter", {"Ann Lee"}},
    {"Analysis Ann Lee", {"Ann Lee"}},
    {"Analysis by Ann Lee", {"Ann Lee"}},
    {"Story Brown", {"Story Brown"}},
    {"Ann Lee, Staff Writer", {"Ann Lee"}},
    {"Ann Lee, Chief Executive Officer", {"Ann Lee"}},
    {"Ann Lee og Bo Chan", {"Ann Lee", "Bo Chan"}},
    {"Ann Lee Updated", {"Ann Lee"}},
    {"Ann Lee, Chief Washington Correspondent.", {"Ann Lee"}},
    {"Ann Lee (Bern), ann.lee@example.org", {"Ann Lee"}},
    {"Ann Lee @annlee", {"Ann Lee"}},
    {"Ann Lee https://example.org/ann", {"Ann Lee"}},
    {"Martin King, Jr., Ann Lee", {"Martin King Jr.", "Ann Lee"}},
    {"\"Ann OLee\"", {"Ann OLee"}},
    {"Ann Lee, Ann Lee", {"Ann Lee"}},
    {"Lindqvist, R. M.", {"Lindqvist, R. M."}},
    {"Lindqvist, R., Chan, B.", {"Lindqvist, R.", "Chan, B."}},
    {"/u/harbour_7", {"/u/harbour_7"}},
    {"Ann Lee in Stanstead, Quebec", {"Ann Lee"}},
    {"Ann Lee in Aiken, South Carolina", {"Ann Lee"}},
    {"Ann Lee in Paris, Bo Chan in Rome", {"Ann Lee", "Bo Chan"}},
    {"Associated Press in Palm Beach, Florida", {}},
    {"Ann Lee Environment editor", {"Ann Lee"}},
    {"Ann Lee Middle East correspondent", {"Ann Lee"}},
    {"Ann Lee and Bo Chan, Staff Writers", {"Ann Lee", "Bo Chan"}},
    {"Mary Ann Lee editor", {}},
    {"Associated Press Business Writer", {}},
    {"Ann Lee for Harbour Wire", {"Ann Lee"}},
    {"Ann Lee and agencies", {"Ann Lee"}},
    {"Reuters, MAR 04", {}},
    {"Backgroundurl Avatar_Large", {}},
    {"3 hours ago", {}},
    {"N/A", {}},
    {"", {}},
    {"By", {}},
    {"山田太郎", {"山田太郎"}},
};
INSTANTIATE_TEST_SUITE_P(Bylines, AuthorNames, testing::ValuesIn(kBylines));

}  // namespace
}  // namespace newsindex
