"""Who may see and do what with what comes of a review, from its day on: the table of domain.md.

Of each paper first the draft, which only its writers see, then what was sent. W writes and sees, R sees, S
sees where it stands and nothing of it; "own": their own lines, notes or action. "sent": S once the paper is
sent, nothing before. "released": R once the office has released it, nothing before.
"""

# Of the workshop, the head writes who attends, the champions the rest.
NOTES_AND_DRAFTS = """
                                          | notes | feedback | summary draft | workshop | plan draft | progress | audit draft | visit | impact
 head                                     | –     | W        | S             | W        | S          | W        | W           | R     | W
 joint head                               | –     | W        | S             | W        | S          | W        | W           | R     | W
 whom the head has asked to see to it     | –     | –        | –             | –        | –          | –        | –           | –     | –
 lead reviewer                            | W     | W        | W             | R        | S          | –        | own         | –     | R
 reviewer                                 | own   | R        | W             | S        | –          | –        | own         | –     | –
 champion                                 | –     | R        | S             | W        | W          | –        | own         | W     | R
 who delivers an action                   | –     | –        | –             | –        | sent       | own      | –           | –     | –
 Lead of that group                       | –     | S        | S             | S        | S          | –        | S           | –     | S
 deputy of the Lead                       | –     | S        | S             | S        | S          | –        | S           | –     | S
 other head of the group                  | –     | –        | –             | S        | –          | –        | –           | –     | –
 Lead of another group                    | –     | –        | –             | –        | –          | –        | –           | –     | –
 reviewer of another group                | –     | –        | –             | –        | –          | –        | –           | –     | –
 management                               | –     | released | S             | S        | S          | –        | sent        | –     | S, released
 Consortium Office                        | –     | R        | S             | S        | S          | –        | sent        | –     | R
 governor of the school                   | –     | R        | S             | –        | S          | –        | sent        | –     | R
 governor of another school               | –     | –        | –             | –        | –          | –        | –           | –     | –
 reviewer of the school, not in this team | –     | –        | –             | –        | –          | –        | –           | –     | –
 head who has been replaced               | –     | –        | –             | –        | –          | –        | –           | –     | –
 reviewer who has been replaced           | –     | –        | –             | –        | –          | –        | –           | –     | –
 champion who has been replaced           | –     | –        | –             | –        | –          | –        | –           | –     | –
 reviewer who has left                    | –     | –        | –             | –        | –          | –        | –           | –     | –
 head who has left                        | –     | –        | –             | –        | –          | –        | –           | –     | –
 whom the head had asked, who has left    | –     | –        | –             | –        | –          | –        | –           | –     | –
 guest in the chat                        | –     | –        | –             | –        | –          | –        | –           | –     | –
 anyone not in the roster                 | –     | –        | –             | –        | –          | –        | –           | –     | –
"""  # noqa: E501 (a table)

# Of the proforma the review team and the champions have their own part, and the whole is not theirs. The
# last column: the list of what was sent, of which each sees what they may read.
PAPERS = """
                                          | sent summary | sent plan  | sent audit | all that was sent
 head                                     | R, sign      | R, sign    | W          | R
 joint head                               | R, sign      | R, sign    | W          | R
 whom the head has asked to see to it     | –            | –          | –          | –
 lead reviewer                            | W            | R          | –          | R
 reviewer                                 | R            | –          | –          | R
 champion                                 | R            | W          | –          | R
 who delivers an action                   | –            | –          | –          | –
 Lead of that group                       | S            | S          | S          | S
 deputy of the Lead                       | S            | S          | S          | S
 other head of the group                  | –            | –          | –          | –
 Lead of another group                    | –            | –          | –          | –
 reviewer of another group                | –            | –          | –          | –
 management                               | released     | released   | R          | R
 Consortium Office                        | R, forward   | R, forward | R          | R
 governor of the school                   | R, sign      | R, sign    | R          | R
 governor of another school               | –            | –          | –          | –
 reviewer of the school, not in this team | –            | –          | –          | –
 head who has been replaced               | –            | –          | –          | –
 reviewer who has been replaced           | –            | –          | –          | –
 champion who has been replaced           | –            | –          | –          | –
 reviewer who has left                    | –            | –          | –          | –
 head who has left                        | –            | –          | –          | –
 whom the head had asked, who has left    | –            | –          | –          | –
 guest in the chat                        | –            | –          | –          | –
 anyone not in the roster                 | –            | –          | –          | –
"""
