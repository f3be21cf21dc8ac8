"""Who may see and do what while a review is prepared: the table of domain.md.

What domain.md has in one column, "pack links", are the first four: all that is prepared is seen alike, and
what each may write of it differs. W writes and sees, R sees, S sees where it stands and nothing of it.
"own": they add, and change what they have added. The office writes dates and people in the Lead's place:
"scheduled (Lead or office)", domain.md says of the states.
"""

TABLE = """
                                          | papers | meeting | questions | the day | group status
 head                                     | W      | W       | W         | W       | R
 joint head                               | W      | W       | W         | W       | R
 whom the head has asked to see to it     | W      | –       | –         | –       | –
 lead reviewer                            | R      | W       | W         | R       | R
 reviewer                                 | R      | R       | own       | R       | R
 champion                                 | focus  | focus   | –         | S       | R
 who delivers an action                   | –      | –       | –         | –       | –
 Lead of that group                       | S      | S       | S         | S       | W
 deputy of the Lead                       | S      | S       | S         | S       | W
 other head of the group                  | –      | –       | –         | –       | R
 Lead of another group                    | –      | –       | –         | –       | –
 reviewer of another group                | –      | –       | –         | –       | –
 management                               | –      | –       | –         | –       | R
 Consortium Office                        | S      | S       | S         | S       | W
 governor of the school                   | –      | –       | –         | –       | –
 governor of another school               | –      | –       | –         | –       | –
 reviewer of the school, not in this team | –      | –       | –         | –       | –
 head who has been replaced               | –      | –       | –         | –       | –
 reviewer who has been replaced           | –      | –       | –         | –       | –
 champion who has been replaced           | –      | –       | –         | –       | –
 reviewer who has left                    | –      | –       | –         | –       | –
 head who has left                        | –      | –       | –         | –       | –
 whom the head had asked, who has left    | –      | –       | –         | –       | –
 guest in the chat                        | –      | –       | –         | –       | –
 anyone not in the roster                 | –      | –       | –         | –       | –
"""
